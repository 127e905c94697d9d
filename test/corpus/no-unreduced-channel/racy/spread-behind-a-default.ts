import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({
  errors: Annotation<string[]>({ reducer: (a, b) => (a ?? []).concat(b ?? []), default: () => [] }),
});

const validate = async (state: typeof State.State): Promise<Partial<typeof State.State>> => {
  const known = state.errors ?? [];
  return {
    errors: [...known, 'name is missing'], // RACE
  };
};

export const validation = new StateGraph(State)
  .addNode('validate', validate)
  .addEdge(START, 'validate')
  .addEdge('validate', END)
  .compile();
