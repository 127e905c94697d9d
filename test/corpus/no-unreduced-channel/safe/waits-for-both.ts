// safe: an edge with two sources waits for both
import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({
  url: Annotation<string>,
  page: Annotation<string>,
  status: Annotation<string>,
});

export const crawler = new StateGraph(State)
  .addNode('resolve', async (state) => ({ url: new URL(state.url).href }))
  .addNode('download', async (state) => ({ page: state.url, status: 'downloaded' }))
  .addNode('announce', async () => ({}))
  .addNode('notify', async () => ({ status: 'announced' }))
  .addEdge(START, 'resolve')
  .addEdge('resolve', 'download')
  .addEdge(START, 'announce')
  .addEdge(['announce', 'download'], 'notify')
  .addEdge('notify', END)
  .compile();
