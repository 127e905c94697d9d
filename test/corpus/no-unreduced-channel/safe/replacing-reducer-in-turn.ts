// safe: the reducer replaces, and the nodes take turns
import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({
  documents: Annotation<string[]>({
    reducer: (_previous, next) => next,
    default: () => [],
  }),
});

export const retrieval = new StateGraph(State)
  .addNode('retrieve', async () => ({ documents: ['a', 'b'] }))
  .addNode('grade', async (state) => ({ documents: state.documents.filter((each) => each !== 'b') }))
  .addEdge(START, 'retrieve')
  .addEdge('retrieve', 'grade')
  .addEdge('grade', END)
  .compile();
