import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({
  documents: Annotation<string[]>({ // RACE
    reducer: (_previous, next) => next,
    default: () => [],
  }),
});

const fromWiki = async () => ({ documents: ['wiki'] });
const fromCrm = async () => ({ documents: ['crm'] });

export const retrieval = new StateGraph(State)
  .addNode('wiki', fromWiki)
  .addNode('crm', fromCrm)
  .addNode('answer', async (state) => ({ documents: state.documents }))
  .addEdge(START, 'wiki')
  .addEdge(START, 'crm')
  .addEdge(['wiki', 'crm'], 'answer')
  .addEdge('answer', END)
  .compile();
