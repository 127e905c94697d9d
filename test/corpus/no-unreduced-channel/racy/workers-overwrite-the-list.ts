import { StateGraph, Annotation, Send, START, END } from '@langchain/langgraph';
const OverallState = Annotation.Root({
  sections: Annotation<string[]>(),
  completed: Annotation<string[]>({ reducer: (a, b) => b ?? a, default: () => [] }), // RACE
  report: Annotation<string>(),
});
const WorkerState = Annotation.Root({ section: Annotation<string>(), completed: Annotation<string[]>({ reducer: (a, b) => b ?? a }) });
export function createGraph(deps: { plan(t: string): Promise<string[]>; write(s: string): Promise<string> }) {
  const orchestrator = async (s: typeof OverallState.State) => ({ sections: await deps.plan('x') });
  const worker = async (s: typeof WorkerState.State): Promise<typeof OverallState.Update> => {
    const text = await deps.write(s.section);
    return { completed: [text] };
  };
  const assign = (s: typeof OverallState.State) => s.sections.map((section) => new Send('worker', { section }));
  const g = new StateGraph(OverallState)
    .addNode('orchestrator', orchestrator)
    .addNode('worker', worker)
    .addNode('synth', (s) => ({ report: s.completed.join('\n') }));
  g.addEdge(START, 'orchestrator').addConditionalEdges('orchestrator', assign, ['worker']).addEdge('worker', 'synth').addEdge('synth', END);
  return g.compile();
}
