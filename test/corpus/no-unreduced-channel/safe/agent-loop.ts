// safe: the agent and its tools take turns
import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({
  scratchpad: Annotation<string>,
  pending: Annotation<string | null>,
});

type S = typeof State.State;

async function agent(state: S) {
  const thought = await Promise.resolve(`${state.scratchpad} think`);
  return { scratchpad: thought, pending: thought.length > 40 ? null : 'search' };
}

async function tools(state: S) {
  return { scratchpad: `${state.scratchpad} ${state.pending}`, pending: null };
}

const next = (state: S) => (state.pending === null ? END : 'tools');

export const reactive = new StateGraph(State)
  .addNode('agent', agent)
  .addNode('tools', tools)
  .addEdge(START, 'agent')
  .addConditionalEdges('agent', next, ['tools', END])
  .addEdge('tools', 'agent')
  .compile();
