import { Annotation, END, StateGraph } from '@langchain/langgraph';

export const GraphState = Annotation.Root({
  prompt: Annotation<string>(),
  image: Annotation<string>(),
  caption: Annotation<string>(),
  progress: Annotation<number>(), // RACE
});

const NODES = { plan: 'plan', draw: 'draw', describe: 'describe' } as const;

const graph = new StateGraph(GraphState)
  .addNode(NODES.plan, () => ({ progress: 10 }))
  .addNode(NODES.draw, async () => {
    try {
      return { image: 'png', progress: 60 };
    } catch {
      return { progress: 0 };
    }
  })
  .addNode(NODES.describe, async () => ({ caption: 'A house', progress: 80 }))
  .addEdge(NODES.plan, NODES.draw)
  .addEdge(NODES.plan, NODES.describe)
  .addEdge(NODES.draw, END)
  .addEdge(NODES.describe, END);

graph.setEntryPoint(NODES.plan);

export const studio = graph.compile();
