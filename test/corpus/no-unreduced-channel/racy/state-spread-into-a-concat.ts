import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({
  tasks: Annotation<string[]>({
    reducer: (left, right) => left.concat(right),
    default: () => [],
  }),
});

export const planner = new StateGraph(State)
  .addNode('plan', async (state) => {
    const next = `task ${state.tasks.length + 1}`;
    return { tasks: [...state.tasks, next] }; // RACE
  })
  .addEdge(START, 'plan')
  .addEdge('plan', END)
  .compile();
