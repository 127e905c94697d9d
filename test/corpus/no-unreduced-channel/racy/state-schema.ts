import { ReducedValue, START, StateGraph, StateSchema } from '@langchain/langgraph';
import { z } from 'zod';

const State = new StateSchema({
  city: z.string(),
  facts: new ReducedValue(z.array(z.string()).default(() => []), { // RACE
    inputSchema: z.array(z.string()),
    reducer: (current, next) => (next.length > 0 ? next : current),
  }),
});

export const guide = new StateGraph(State)
  .addNode('history', async (state) => ({ facts: [`history of ${state.city}`] }))
  .addNode('food', async (state) => ({ facts: [`food of ${state.city}`] }))
  .addEdge(START, 'history')
  .addEdge(START, 'food')
  .compile();
