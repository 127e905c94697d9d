import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const AgentState = Annotation.Root({
  input: Annotation<string>,
  steps: Annotation<string[]>({
    reducer: (a, b) => [...a, ...b],
    default: () => [],
  }),
});

async function act(state: typeof AgentState.State) {
  const input = await Promise.resolve(state.input.trim());
  return { ...state, input }; // RACE
}

const builder = new StateGraph(AgentState).addNode('act', act);
builder.addEdge(START, 'act');
builder.addEdge('act', END);
export const agent = builder.compile();
