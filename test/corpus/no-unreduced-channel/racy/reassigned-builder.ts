import { Annotation, END, START, StateGraph } from '@langchain/langgraph';
import { review } from './review.js';

const Review = Annotation.Root({
  draft: Annotation<string>(),
  verdict: Annotation<string>(), // RACE
});

export function reviewers(names: readonly string[]) {
  let graph: any = new StateGraph(Review);
  graph = graph.addNode('style', async ({ draft }: typeof Review.State) => ({ verdict: await review('style', draft) }));
  graph = graph.addNode('facts', async ({ draft }: typeof Review.State) => ({ verdict: await review('facts', draft) }));
  for (const name of ['style', 'facts']) {
    graph = graph.addEdge(START, name);
    graph = graph.addEdge(name, END);
  }
  return graph.compile({ name: names.join() });
}
