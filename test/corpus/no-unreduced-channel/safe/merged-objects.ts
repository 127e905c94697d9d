// safe: the reducer keeps the keys of all reviewers
import { Annotation, StateGraph } from '@langchain/langgraph';

interface Scores {
  [reviewer: string]: number;
}

const ReviewState = Annotation.Root({
  text: Annotation<string>(),
  scores: Annotation<Scores>({
    reducer: (old, update) => ({ ...old, ...update }),
    default: () => ({}),
  }),
});

function reviewer(name: string) {
  return async (state: typeof ReviewState.State) => {
    return { scores: { [name]: state.text.length % 10 } };
  };
}

export const panel = new StateGraph(ReviewState)
  .addNode('clarity', reviewer('clarity'))
  .addNode('accuracy', reviewer('accuracy'))
  .addEdge('__start__', 'clarity')
  .addEdge('__start__', 'accuracy')
  .addEdge('clarity', '__end__')
  .addEdge('accuracy', '__end__')
  .compile();
