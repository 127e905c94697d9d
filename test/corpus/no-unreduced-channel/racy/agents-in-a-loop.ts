import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({
  goal: Annotation<string>,
  proposal: Annotation<string>, // RACE
});

const AGENTS = ['optimist', 'pessimist', 'realist'] as const;

const makeAgent = (name: string) => async (state: typeof State.State) => ({
  proposal: `${name}: ${state.goal}`,
});

const workflow = new StateGraph(State);
for (const name of AGENTS) {
  workflow.addNode(name, makeAgent(name));
  workflow.addEdge(START, name as never);
  workflow.addEdge(name as never, END);
}

export const debate = workflow.compile();
