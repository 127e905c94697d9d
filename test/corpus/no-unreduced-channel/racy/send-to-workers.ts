import { Annotation, Send, StateGraph } from '@langchain/langgraph';

const OverallState = Annotation.Root({
  subjects: Annotation<string[]>,
  joke: Annotation<string>, // RACE
});

interface JokeState {
  subject: string;
}

const continueToJokes = (state: typeof OverallState.State) =>
  state.subjects.map((subject) => new Send('tell', { subject }));

const tell = async ({ subject }: JokeState) => ({ joke: `Why did the ${subject} cross the road?` });

export const graph = new StateGraph(OverallState)
  .addNode('subjects', () => ({ subjects: ['cat', 'dog'] }))
  .addNode('tell', tell)
  .addEdge('__start__', 'subjects')
  .addConditionalEdges('subjects', continueToJokes, ['tell'])
  .addEdge('tell', '__end__')
  .compile();
