// safe: of the two that run together, one writes
import { StateGraph, START, END, Annotation } from '@langchain/langgraph';
const S = Annotation.Root({ out: Annotation<string>(), ok: Annotation<boolean>() });
const route = (s: typeof S.State) => { if (!s.ok) return END; return ['x', 'log']; };
export const g = new StateGraph(S)
  .addNode('x', async () => ({ out: 'x' })).addNode('log', async (s) => { console.log(s); return {}; })
  .addConditionalEdges(START, route, ['x', 'log', END])
  .addEdge('x', END).addEdge('log', END).compile();
