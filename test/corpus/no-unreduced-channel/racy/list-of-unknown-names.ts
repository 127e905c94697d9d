import { Annotation, StateGraph, START, END } from '@langchain/langgraph';
const State = Annotation.Root({ bits: Annotation<string[]>(), out: Annotation<string>() }); // RACE
const route = (s: typeof State.State) => s.bits.filter((b) => ['legal', 'finance'].includes(b));
export const g = new StateGraph(State)
  .addNode('legal', async () => ({ out: 'x' }))
  .addNode('finance', async () => ({ out: 'y' }))
  .addConditionalEdges(START, route, ['legal', 'finance'])
  .addEdge('legal', END).addEdge('finance', END)
  .compile();
