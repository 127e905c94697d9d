// safe: each worker adds its joke to a list
import { Annotation, Send, StateGraph } from '@langchain/langgraph';

const OverallState = Annotation.Root({
  subjects: Annotation<string[]>,
  jokes: Annotation<string[]>({ reducer: (state, update) => [...state, ...update], default: () => [] }),
});

interface JokeState {
  subject: string;
}

const continueToJokes = (state: typeof OverallState.State) =>
  state.subjects.map((subject) => new Send('tell', { subject }));

const tell = async ({ subject }: JokeState) => ({ jokes: [`Why did the ${subject} cross the road?`] });

export const graph = new StateGraph(OverallState)
  .addNode('subjects', () => ({ subjects: ['cat', 'dog'] }))
  .addNode('tell', tell)
  .addEdge('__start__', 'subjects')
  .addConditionalEdges('subjects', continueToJokes, ['tell'])
  .addEdge('tell', '__end__')
  .compile();
