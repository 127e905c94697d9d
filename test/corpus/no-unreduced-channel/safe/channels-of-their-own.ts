// safe: no channel has two writers in one step
import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({
  web: Annotation<string[]>,
  archive: Annotation<string[]>,
  answer: Annotation<string>,
});

export const search = new StateGraph(State)
  .addNode('searchWeb', async () => ({ web: ['a'] }))
  .addNode('searchArchive', async () => ({ archive: ['b'] }))
  .addNode('merge', async (state) => ({ answer: [...state.web, ...state.archive].join(' ') }))
  .addEdge(START, 'searchWeb')
  .addEdge(START, 'searchArchive')
  .addEdge(['searchWeb', 'searchArchive'], 'merge')
  .addEdge('merge', END)
  .compile();
