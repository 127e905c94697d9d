// safe: the nodes run in different steps
import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({
  draft: Annotation<string>(),
  verdict: Annotation<'pass' | 'fail'>(),
});

const workflow = new StateGraph(State);

workflow.addNode('write', async () => ({ draft: 'A text', verdict: 'fail' }));
workflow.addNode('security', async (state: typeof State.State) => {
  const passes = !state.draft.includes('eval');
  return { verdict: passes ? 'pass' : 'fail' };
});
workflow.addNode('style', async (state: typeof State.State) => {
  if (state.draft.length > 400) return { verdict: 'fail' };
  return { verdict: state.verdict };
});
workflow.addEdge(START, 'write');
workflow.addEdge('write', 'security');
workflow.addEdge('security', 'style');
workflow.addEdge('style', END);

export const app = workflow.compile();
