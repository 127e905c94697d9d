import { Annotation, StateGraph } from '@langchain/langgraph';
const S = Annotation.Root({
  votes: Annotation<Map<string, number>>({ reducer: (_x, y) => new Map(y), default: () => new Map() }), // RACE
});
const voter = (id: string) => async () => ({ votes: new Map([[id, 1]]) });
const g = new StateGraph(S)
  .addNode('v1', voter('v1'))
  .addNode('v2', voter('v2'))
  .addNode('v3', voter('v3'))
  .addNode('tally', async () => ({}));
for (const v of ['v1', 'v2', 'v3'] as const) {
  g.addEdge('__start__', v);
}
g.addEdge(['v1', 'v2', 'v3'], 'tally');
export const election = g.compile();
