import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({
  confidence: Annotation<number>({ // RACE
    reducer: (current, next) => (current + next) / 2,
    default: () => 0,
  }),
});

export const judges = new StateGraph(State)
  .addNode('judgeA', async () => ({ confidence: 0.4 }))
  .addNode('judgeB', async () => ({ confidence: 0.9 }))
  .addNode('judgeC', async () => ({ confidence: 0.7 }))
  .addEdge(START, 'judgeA')
  .addEdge(START, 'judgeB')
  .addEdge(START, 'judgeC')
  .addEdge('judgeA', END)
  .addEdge('judgeB', END)
  .addEdge('judgeC', END)
  .compile();
