// safe: nothing says that the reducer loses anything
import { Annotation, END, START, StateGraph } from '@langchain/langgraph';
import { mergeFacts } from './merge-facts.js';

const State = Annotation.Root({
  facts: Annotation<string[]>({ reducer: mergeFacts, default: () => [] }),
});

export const learning = new StateGraph(State)
  .addNode('read', async () => ({ facts: ['a'] }))
  .addNode('ask', async () => ({ facts: ['b'] }))
  .addEdge(START, 'read')
  .addEdge(START, 'ask')
  .addEdge('read', END)
  .addEdge('ask', END)
  .compile();
