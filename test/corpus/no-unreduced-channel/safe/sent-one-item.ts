// safe: one item is sent, and the list it works on has a reducer
import { Annotation, END, Send, START, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({
  queue: Annotation<string[]>,
  current: Annotation<string>,
  done: Annotation<string[]>({ reducer: (a, b) => a.concat(b), default: () => [] }),
});

type S = typeof State.State;

const pick = (state: S) => {
  const [next] = state.queue;
  return next === undefined ? END : new Send('work', { current: next, queue: state.queue });
};

export const worker = new StateGraph(State)
  .addNode('start', async () => ({ current: 'none' }))
  .addNode('work', async (state: S) => ({
    current: state.current,
    queue: state.queue.slice(1),
    done: [state.current],
  }))
  .addEdge(START, 'start')
  .addConditionalEdges('start', pick, ['work'])
  .addConditionalEdges('work', pick, ['work'])
  .compile();
