// safe: a sequence runs one node after the other
import { Annotation, START, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({
  text: Annotation<string>,
  language: Annotation<string>,
});

async function detect(state: typeof State.State) {
  return { language: state.text.startsWith('Der') ? 'de' : 'en' };
}

async function guess() {
  return { language: 'en' };
}

export const graph = new StateGraph(State)
  .addSequence({ detect, guess, trim: async (state: typeof State.State) => ({ text: state.text.trim() }) })
  .addEdge(START, 'detect')
  .compile();
