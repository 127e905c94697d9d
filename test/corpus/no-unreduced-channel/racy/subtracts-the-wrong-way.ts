import { Annotation, StateGraph, START, END } from '@langchain/langgraph';
const S = Annotation.Root({ budget: Annotation<number>({ reducer: (prev, next) => next - prev, default: () => 100 }), log: Annotation<string[]>({ reducer: (p, n) => p.concat(n), default: () => [] }) }); // RACE
export const g = new StateGraph(S)
  .addNode('a', () => ({ budget: 10, log: ['a'] })).addNode('b', () => ({ budget: 20, log: ['b'] }))
  .addEdge(START, 'a').addEdge(START, 'b').addEdge('a', END).addEdge('b', END).compile();
