// safe: the deferred node waits until all others have run
import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({
  url: Annotation<string>,
  status: Annotation<string>,
});

export const crawler = new StateGraph(State)
  .addNode('resolve', async (state) => ({ url: new URL(state.url).href }))
  .addNode('download', async () => ({ status: 'downloaded' }))
  .addNode('announce', async () => ({}))
  .addNode('notify', async () => ({ status: 'announced' }), { defer: true })
  .addEdge(START, 'resolve')
  .addEdge('resolve', 'download')
  .addEdge(START, 'announce')
  .addEdge('announce', 'notify')
  .addEdge('download', END)
  .addEdge('notify', END)
  .compile();
