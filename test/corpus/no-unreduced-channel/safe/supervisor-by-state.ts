// safe: the supervisor names one agent at a time
import { Annotation, StateGraph, START, END } from '@langchain/langgraph';
const S = Annotation.Root({
  messages: Annotation<string[]>({ reducer: (x, y) => x.concat(y), default: () => [] }),
  sender: Annotation<string>({ reducer: (x, y) => y ?? x ?? 'user', default: () => 'user' }),
  next: Annotation<string>({ reducer: (x, y) => y ?? x ?? END, default: () => END }),
});
const agent = (name: string) => async () => ({ messages: [`${name} done`], sender: name });
export const g = new StateGraph(S).addNode('r', agent('r')).addNode('c', agent('c')).addNode('supervisor', async () => ({ next: 'r' }))
  .addEdge('r', 'supervisor').addEdge('c', 'supervisor')
  .addConditionalEdges('supervisor', (x: typeof S.State) => x.next)
  .addEdge(START, 'supervisor').compile();
