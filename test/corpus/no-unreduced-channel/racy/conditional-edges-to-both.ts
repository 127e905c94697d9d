import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const SupportState = Annotation.Root({
  ticket: Annotation<string>,
  kind: Annotation<string>,
  reply: Annotation<string>, // RACE
});

type State = typeof SupportState.State;

function route(state: State): string[] | string {
  switch (state.kind) {
    case 'billing':
      return 'billing';
    case 'technical':
      return 'technical';
    default:
      return ['billing', 'technical'];
  }
}

export const support = new StateGraph(SupportState)
  .addNode('classify', async (state: State) => ({ kind: state.ticket.split(' ')[0] }))
  .addNode('billing', async (state: State) => ({ reply: `Invoice for ${state.ticket}` }))
  .addNode('technical', async (state: State) => ({ reply: `Fix for ${state.ticket}` }))
  .addEdge(START, 'classify')
  .addConditionalEdges('classify', route)
  .addEdge('billing', END)
  .addEdge('technical', END)
  .compile();
