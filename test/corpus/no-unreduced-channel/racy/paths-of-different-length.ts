import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

// The fetch is two steps away from the start and so is the summary: they run together.
const State = Annotation.Root({
  url: Annotation<string>,
  page: Annotation<string>,
  status: Annotation<string>, // RACE
});

export const crawler = new StateGraph(State)
  .addNode('resolve', async (state) => ({ url: new URL(state.url).href }))
  .addNode('download', async (state) => ({ page: state.url, status: 'downloaded' }))
  .addNode('announce', async () => ({}))
  .addNode('notify', async () => ({ status: 'announced' }))
  .addEdge(START, 'resolve')
  .addEdge('resolve', 'download')
  .addEdge(START, 'announce')
  .addEdge('announce', 'notify')
  .addEdge('download', END)
  .addEdge('notify', END)
  .compile();
