// safe: a graph that is reassigned with each call has one router, which chooses one of two
import { Annotation, END, START, StateGraph } from '@langchain/langgraph';
import { answer } from './answer.js';

const Desk = Annotation.Root({ letter: Annotation<string>(), reply: Annotation<string>() });

export function desk(names: readonly string[]) {
  let graph: any = new StateGraph(Desk);
  graph = graph.addNode('short', async ({ letter }: typeof Desk.State) => ({ reply: await answer(letter, 1) }));
  graph = graph.addNode('long', async ({ letter }: typeof Desk.State) => ({ reply: await answer(letter, 9) }));
  graph = graph.addConditionalEdges(START, ({ letter }: typeof Desk.State) => (letter.length > 99 ? 'long' : 'short'));
  for (const name of ['short', 'long']) graph = graph.addEdge(name, END);
  return graph.compile({ name: names.join() });
}
