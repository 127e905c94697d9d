// safe: the router sends to one of the two
import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const SupportState = Annotation.Root({
  ticket: Annotation<string>,
  kind: Annotation<string>,
  reply: Annotation<string>,
});

type State = typeof SupportState.State;

function route(state: State): string {
  switch (state.kind) {
    case 'billing':
      return 'billing';
    case 'technical':
      return 'technical';
    default:
      return END;
  }
}

export const support = new StateGraph(SupportState)
  .addNode('classify', async (state: State) => ({ kind: state.ticket.split(' ')[0] }))
  .addNode('billing', async (state: State) => ({ reply: `Invoice for ${state.ticket}` }))
  .addNode('technical', async (state: State) => ({ reply: `Fix for ${state.ticket}` }))
  .addEdge(START, 'classify')
  .addConditionalEdges('classify', route, { billing: 'billing', technical: 'technical', [END]: END })
  .addEdge('billing', END)
  .addEdge('technical', END)
  .compile();
