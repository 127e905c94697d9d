// safe: one name or the other is pushed
import { Annotation, StateGraph, START, END } from '@langchain/langgraph';
const State = Annotation.Root({ kind: Annotation<string>(), out: Annotation<string>() });
function route(s: typeof State.State) {
  const next: string[] = [];
  if (s.kind === 'a') next.push('one');
  else next.push('two');
  return next;
}
export const graph = new StateGraph(State)
  .addNode('one', async () => ({ out: 'w' })).addNode('two', async () => ({ out: 'd' }))
  .addConditionalEdges(START, route, ['one', 'two'])
  .addEdge('one', END).addEdge('two', END).compile();
