// safe: both nodes return what they add
import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const Usage = Annotation.Root({
  tokens: Annotation<number>({ reducer: (x, y) => x + y, default: () => 0 }),
});

export const metered = new StateGraph(Usage)
  .addNode('ask', async () => ({ tokens: 120 }))
  .addNode('translate', async () => ({ tokens: 80 }))
  .addEdge(START, 'ask')
  .addEdge(START, 'translate')
  .addEdge('ask', END)
  .addEdge('translate', END)
  .compile();
