// safe: the schema's metadata brings a reducer
import { START, StateGraph } from '@langchain/langgraph';
import { registry, withLangGraph } from '@langchain/langgraph/zod';
import { z } from 'zod';

const State = z.object({
  question: z.string(),
  sources: z
    .array(z.string())
    .default(() => [])
    .register(registry, { reducer: { fn: (a: string[], b: string[]) => a.concat(b) } }),
  notes: withLangGraph(z.array(z.string()), {
    reducer: { fn: (a, b) => [...a, ...b] },
    default: () => [],
  }),
});

export const graph = new StateGraph(State)
  .addNode('news', async (state) => ({ sources: [`news:${state.question}`], notes: ['n'] }))
  .addNode('papers', async (state) => ({ sources: [`papers:${state.question}`], notes: ['p'] }))
  .addEdge(START, 'news')
  .addEdge(START, 'papers')
  .compile();
