import { StateGraph, Annotation, START, END } from '@langchain/langgraph';

const State = Annotation.Root({
  draft: Annotation<string>(),
  verdict: Annotation<'pass' | 'fail'>(), // RACE
});

const workflow = new StateGraph(State);

workflow.addNode('write', async () => ({ draft: 'A text' }));
workflow.addNode('security', async (state: typeof State.State) => {
  const passes = !state.draft.includes('eval');
  return { verdict: passes ? 'pass' : 'fail' };
});
workflow.addNode('style', async (state: typeof State.State) => {
  if (state.draft.length > 400) return { verdict: 'fail' };
  return { verdict: 'pass' };
});
workflow.addEdge(START, 'write');
workflow.addEdge('write', 'security');
workflow.addEdge('write', 'style');
workflow.addEdge('security', END);
workflow.addEdge('style', END);

export const app = workflow.compile();
