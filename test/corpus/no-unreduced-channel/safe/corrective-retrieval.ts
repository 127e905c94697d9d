// safe: a loop in which one node runs at a time
import { Annotation, StateGraph, START, END } from '@langchain/langgraph';
const S = Annotation.Root({ q: Annotation<string>, docs: Annotation<string[]>, generation: Annotation<string> });
type St = typeof S.State;
const retrieve = async (s: St) => ({ docs: [s.q] });
const grade = async (s: St) => ({ docs: s.docs.filter((d) => d.length > 1) });
const generate = async (s: St) => ({ generation: s.docs.join() });
const rewrite = async (s: St) => ({ q: `${s.q}?` });
export const rag = new StateGraph(S).addNode('retrieve', retrieve).addNode('grade', grade).addNode('generate', generate).addNode('rewrite', rewrite)
  .addEdge(START, 'retrieve').addEdge('retrieve', 'grade')
  .addConditionalEdges('grade', (s: St) => (s.docs.length === 0 ? 'rewrite' : 'generate'))
  .addEdge('rewrite', 'retrieve')
  .addConditionalEdges('generate', async (s: St) => { if (s.generation) return 'useful'; return 'retry'; }, { useful: END, retry: 'rewrite' })
  .compile();
