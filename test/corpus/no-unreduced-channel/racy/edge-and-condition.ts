import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({
  amount: Annotation<number>,
  note: Annotation<string>, // RACE
});

type S = typeof State.State;

const shouldAudit = (state: S) => {
  if (state.amount > 1000) return 'audit';
  return END;
};

export const payments = new StateGraph(State)
  .addNode('pay', async () => ({ amount: 2000 }))
  .addNode('receipt', async () => ({ note: 'receipt sent' }))
  .addNode('audit', async () => ({ note: 'sent to audit' }))
  .addEdge(START, 'pay')
  .addEdge('pay', 'receipt')
  .addConditionalEdges('pay', shouldAudit, ['audit', END])
  .compile();
