import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const Loop = Annotation.Root({
  attempts: Annotation<number>({ reducer: (x, y) => x + y, default: () => 0 }),
});

export const retrying = new StateGraph(Loop)
  .addNode('attempt', async ({ attempts }: typeof Loop.State) => {
    await fetch('https://example.com');
    return { attempts: attempts + 1 }; // RACE
  })
  .addEdge(START, 'attempt')
  .addConditionalEdges('attempt', (state: typeof Loop.State) => (state.attempts < 5 ? 'attempt' : END))
  .compile();
