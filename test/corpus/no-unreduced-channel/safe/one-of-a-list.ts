// safe: the router takes one name out of the list
import { StateGraph, START, END, Annotation } from '@langchain/langgraph';
const S = Annotation.Root({ out: Annotation<string>(), next: Annotation<string[]>() });
export const g = new StateGraph(S)
  .addNode('router', async () => ({ next: ['x'] }))
  .addNode('x', async () => ({ out: 'x' })).addNode('y', async () => ({ out: 'y' }))
  .addEdge(START, 'router')
  .addConditionalEdges('router', (s) => s.next[0] as 'x' | 'y', { x: 'x', y: 'y' })
  .addEdge('x', END).addEdge('y', END).compile();
