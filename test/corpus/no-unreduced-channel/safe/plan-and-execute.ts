// safe: the nodes run one after the other
import { Annotation, StateGraph, START, END, interrupt } from '@langchain/langgraph';
const S = Annotation.Root({ plan: Annotation<string[]>, past: Annotation<[string, string][]>({ reducer: (x, y) => x.concat(y), default: () => [] }), response: Annotation<string>({ reducer: (x, y) => y ?? x }) });
async function plan(s: typeof S.State) { return { plan: ['a'] }; }
async function execute(s: typeof S.State) { const task = s.plan[0]!; return { past: [[task, 'done']] as [string, string][], plan: s.plan.slice(1) }; }
async function replan(s: typeof S.State) { if (s.plan.length === 0) return { response: 'ok' }; return { plan: s.plan }; }
export const app = new StateGraph(S).addNode('planner', plan).addNode('agent', execute).addNode('replan', replan)
  .addEdge(START, 'planner').addEdge('planner', 'agent').addEdge('agent', 'replan')
  .addConditionalEdges('replan', (s) => (s.response ? 'true' : 'false'), { true: END, false: 'agent' }).compile();
