import { Annotation, START, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({
  text: Annotation<string>,
  language: Annotation<string>, // RACE
});

async function detect(state: typeof State.State) {
  return { language: state.text.startsWith('Der') ? 'de' : 'en' };
}

async function guess() {
  return { language: 'en' };
}

export const graph = new StateGraph(State)
  .addNode({ detect, guess, done: async () => ({}) })
  .addEdge(START, 'detect')
  .addEdge(START, 'guess')
  .addEdge(['detect', 'guess'], 'done')
  .compile();
