import { StateGraph, START, END, Annotation } from '@langchain/langgraph';
const S = Annotation.Root({ plan: Annotation<string>(), done: Annotation<boolean>() }); // RACE
const nodes = {
  planner: async () => ({ plan: 'a' }),
  risk: async () => ({ plan: 'b' }),
};
export const create = () => {
  const w = new StateGraph(S);
  Object.entries(nodes).forEach(([name, fn]) => { w.addNode(name, fn); (w as any).addEdge(START, name); });
  return w.compile();
};
