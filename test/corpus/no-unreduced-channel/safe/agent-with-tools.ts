// safe: the agent and its tools take turns, and messages are merged
import { MessagesAnnotation, StateGraph, START, END, Annotation } from '@langchain/langgraph';
import { ToolNode } from '@langchain/langgraph/prebuilt';
import { ChatOpenAI } from '@langchain/openai';
const tools: never[] = [];
const model = new ChatOpenAI({}).bindTools(tools);
const S = Annotation.Root({ ...MessagesAnnotation.spec, user: Annotation<string> });
const call = async (s: typeof S.State) => ({ messages: [await model.invoke(s.messages)] });
const should = ({ messages }: typeof S.State) => { const last = messages.at(-1) as any; return last.tool_calls?.length ? 'tools' : END; };
export const agent = new StateGraph(S).addNode('agent', call).addNode('tools', new ToolNode(tools))
  .addNode('load', async () => ({ user: 'x' }))
  .addEdge(START, 'load').addEdge('load', 'agent').addConditionalEdges('agent', should).addEdge('tools', 'agent').compile();
