// safe: without a reducer the whole list is what has to be returned, and one node at a time does
import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const AgentState = Annotation.Root({
  input: Annotation<string>,
  steps: Annotation<string[]>,
});

async function act(state: typeof AgentState.State) {
  const input = await Promise.resolve(state.input.trim());
  return { ...state, input, steps: [...state.steps, 'acted'] };
}

const builder = new StateGraph(AgentState).addNode('act', act);
builder.addEdge(START, 'act');
builder.addEdge('act', END);
export const agent = builder.compile();
