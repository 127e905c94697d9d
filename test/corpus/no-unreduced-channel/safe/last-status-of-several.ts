// safe: of several texts, the newest is all that is wanted
import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({
  status: Annotation<string>({ reducer: (_old, next) => next, default: () => 'idle' }),
});

export const pipeline = new StateGraph(State)
  .addNode('lint', async () => ({ status: 'linting' }))
  .addNode('test', async () => ({ status: 'testing' }))
  .addEdge(START, 'lint')
  .addEdge(START, 'test')
  .addEdge('lint', END)
  .addEdge('test', END)
  .compile();
