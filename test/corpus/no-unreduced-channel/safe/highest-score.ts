// safe: the highest of all scores is the same in any order
import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({
  confidence: Annotation<number>({
    reducer: (current, next) => Math.max(current, next),
    default: () => 0,
  }),
  cost: Annotation<number>({ reducer: (left, spent) => left - spent, default: () => 100 }),
  flagged: Annotation<boolean>({ reducer: (a, b) => a || b, default: () => false }),
});

export const judges = new StateGraph(State)
  .addNode('judgeA', async () => ({ confidence: 0.4, cost: 3, flagged: false }))
  .addNode('judgeB', async () => ({ confidence: 0.9, cost: 5, flagged: true }))
  .addEdge(START, 'judgeA')
  .addEdge(START, 'judgeB')
  .addEdge('judgeA', END)
  .addEdge('judgeB', END)
  .compile();
