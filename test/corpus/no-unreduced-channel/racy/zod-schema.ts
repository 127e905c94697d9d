import { END, START, StateGraph } from '@langchain/langgraph';
import { z } from 'zod';

const State = z.object({
  question: z.string(),
  sources: z.array(z.string()).default([]), // RACE
});

type AgentState = z.infer<typeof State>;

export function buildGraph() {
  const graph = new StateGraph(State)
    .addNode('news', async (state: AgentState) => ({ sources: [`news:${state.question}`] }))
    .addNode('papers', async (state: AgentState) => ({ sources: [`papers:${state.question}`] }))
    .addNode('answer', async () => ({}));
  graph.addEdge(START, 'news');
  graph.addEdge(START, 'papers');
  graph.addEdge('news', 'answer');
  graph.addEdge('papers', 'answer');
  graph.addEdge('answer', END);
  return graph.compile();
}
