import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const Shared = Annotation.Root({
  task: Annotation<string>,
  result: Annotation<string>, // RACE
});

const coder = new StateGraph(Shared)
  .addNode('code', async (state) => ({ result: `code for ${state.task}` }))
  .addEdge(START, 'code')
  .addEdge('code', END)
  .compile();

const writer = new StateGraph(Shared)
  .addNode('write', async (state) => ({ result: `text for ${state.task}` }))
  .addEdge(START, 'write')
  .addEdge('write', END)
  .compile();

export const team = new StateGraph(Shared)
  .addNode('coder', coder)
  .addNode('writer', writer)
  .addEdge(START, 'coder')
  .addEdge(START, 'writer')
  .addEdge('coder', END)
  .addEdge('writer', END)
  .compile();
