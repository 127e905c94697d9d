// safe: only one of the two ways to wire it is taken
import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({ text: Annotation<string>, review: Annotation<string> });

export function buildReview(isStrict: boolean) {
  const graph = new StateGraph(State)
    .addNode('strict', async () => ({ review: 'strict' }))
    .addNode('lenient', async () => ({ review: 'lenient' }));
  if (isStrict) {
    graph.addEdge(START, 'strict');
    graph.addEdge('strict', END);
  } else {
    graph.addEdge(START, 'lenient');
    graph.addEdge('lenient', END);
  }
  return graph.compile();
}
