// safe: one agent hands over to one other
import { Annotation, Command, START, StateGraph, END } from '@langchain/langgraph';
const S = Annotation.Root({ active: Annotation<string>, log: Annotation<string[]>({ reducer: (a, b) => a.concat(b), default: () => [] }) });
type T = typeof S.State;
const make = (me: string, others: string[]) => async (s: T) => {
  const to = others.find((o) => s.log.length % 2 === 0 && o !== me);
  if (!to) return new Command({ goto: END, update: { active: me } });
  return new Command({ goto: to, update: { active: to, log: [me] } });
};
export const swarm = new StateGraph(S)
  .addNode('a', make('a', ['b', 'c']), { ends: ['b', 'c', END] })
  .addNode('b', make('b', ['a', 'c']), { ends: ['a', 'c', END] })
  .addNode('c', make('c', ['a', 'b']), { ends: ['a', 'b', END] })
  .addEdge(START, 'a').compile();
