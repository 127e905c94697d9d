import { START, StateGraph } from '@langchain/langgraph';
import { withLangGraph } from '@langchain/langgraph/zod';
import { z } from 'zod';

const keepLatest = <T>(_old: T, update: T): T => update;

const Plan = z.object({
  goal: z.string(),
  steps: withLangGraph(z.array(z.string()), { // RACE
    reducer: { fn: keepLatest },
    default: () => [],
  }),
});

export const planning = new StateGraph(Plan)
  .addNode('draft', async ({ goal }) => ({ steps: [`draft ${goal}`] }))
  .addNode('check', async ({ goal }) => ({ steps: [`check ${goal}`] }))
  .addEdge(START, 'draft')
  .addEdge(START, 'check')
  .compile();
