import { StateGraph, START, END } from '@langchain/langgraph';
import { z } from 'zod';
import '@langchain/langgraph/zod';
const State = z.object({
  input: z.string(),
  analyses: z.array(z.string()).langgraph.reducer((prev, next) => next ?? prev), // RACE
});
const g = new StateGraph(State);
g.addNode('sentiment', async (s) => ({ analyses: ['s'] }));
g.addNode('entities', async (s) => ({ analyses: ['e'] }));
g.addEdge(START, 'sentiment');
g.addEdge(START, 'entities');
g.addEdge('sentiment', END);
g.addEdge('entities', END);
export const app = g.compile();
