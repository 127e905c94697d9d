import { StateGraph, START, END, Annotation, Command } from '@langchain/langgraph';
const S = Annotation.Root({ stage: Annotation<string>(), x: Annotation<string>() }); // RACE
async function dispatch(s: typeof S.State) {
  const targets: string[] = [];
  targets.push('mail');
  targets.push('slack');
  return new Command({ goto: targets });
}
export const g = new StateGraph(S)
  .addNode('dispatch', dispatch, { ends: ['mail', 'slack'] })
  .addNode('mail', async () => ({ stage: 'mailed' }))
  .addNode('slack', async () => ({ stage: 'slacked' }))
  .addEdge(START, 'dispatch').compile();
