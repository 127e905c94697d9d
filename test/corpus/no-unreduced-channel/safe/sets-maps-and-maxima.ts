// safe: the reducers keep what every node returns
import { Annotation, StateGraph, START, END } from '@langchain/langgraph';
const union = (a: Set<string>, b: Set<string>) => { const out = new Set(a); for (const x of b) out.add(x); return out; };
const S = Annotation.Root({
  seen: Annotation<Set<string>>({ reducer: union, default: () => new Set() }),
  byId: Annotation<Record<string, number>>({ reducer: (a, b) => Object.assign({}, a, b), default: () => ({}) }),
  best: Annotation<number>({ reducer: (a, b) => (b > a ? b : a), default: () => 0 }),
});
const w = (id: string) => async (s: typeof S.State) => ({ seen: new Set([...s.seen, id]), byId: { [id]: 1 }, best: 3 });
export const g = new StateGraph(S).addNode('a', w('a')).addNode('b', w('b')).addEdge(START, 'a').addEdge(START, 'b').addEdge('a', END).addEdge('b', END).compile();
