// safe: each worker writes a key of its own
import { Annotation, StateGraph, START, Send } from '@langchain/langgraph';
const S = Annotation.Root({ items: Annotation<string[]>, results: Annotation<Record<string, string>>({ reducer: (l, r) => ({ ...l, ...r }), default: () => ({}) }), done: Annotation<boolean> });
const fan = (s: typeof S.State) => s.items.map((item) => new Send('work', { item }));
export const g = new StateGraph(S)
  .addNode('work', async ({ item }: { item: string }) => ({ results: { [item]: 'ok' } }))
  .addNode('finish', async (s: typeof S.State) => ({ done: Object.keys(s.results).length > 0 }))
  .addConditionalEdges(START, fan).addEdge('work', 'finish').compile();
