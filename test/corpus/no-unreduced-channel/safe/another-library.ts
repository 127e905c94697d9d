// safe: a graph of another kind
import { Annotation, StateGraph } from './my-graph.js';

const State = Annotation.Root({ answer: Annotation });

export const app = new StateGraph(State)
  .addNode('left', async () => ({ answer: 'left' }))
  .addNode('right', async () => ({ answer: 'right' }))
  .addEdge('__start__', 'left')
  .addEdge('__start__', 'right')
  .compile();
