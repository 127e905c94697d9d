// safe: the loop puts the nodes one behind the other
import { Annotation, StateGraph, START, END } from '@langchain/langgraph';
const S = Annotation.Root({ text: Annotation<string>, langs: Annotation<string[]>, out: Annotation<string> });
const g = new StateGraph(S);
const steps = ['clean', 'translate', 'check'] as const;
let prev: string = START;
for (const step of steps) {
  g.addNode(step, async (s: typeof S.State) => ({ out: `${s.out} ${step}` }));
  g.addEdge(prev as any, step as any);
  prev = step;
}
g.addEdge(prev as any, END);
export const chain = g.compile();
