import { StateGraph, START, END, Annotation } from '@langchain/langgraph';
const S = Annotation.Root({ next: Annotation<string>(), verdict: Annotation<string>() }); // RACE
async function check(this: void, s: typeof S.State) {
  const out: Partial<typeof S.State> = {};
  out.verdict = 'ok';
  return out;
}
async function audit(s: typeof S.State) {
  let verdict = 'bad';
  if (s.next) verdict = 'ok';
  return Object.assign({}, { verdict });
}
export const g = new StateGraph(S)
  .addNode('check', check).addNode('audit', audit)
  .addEdge(START, 'check').addEdge(START, 'audit')
  .addEdge('check', END).addEdge('audit', END).compile();
