// safe: the reducer takes one item or several, and keeps all
const { StateGraph, Annotation } = require('@langchain/langgraph');
const State = Annotation.Root({ a: Annotation, b: Annotation, out: Annotation({ reducer: (cur, upd) => [...(cur || []), ...(Array.isArray(upd) ? upd : [upd])], default: () => [] }) });
const g = new StateGraph(State);
g.addNode('one', async (s) => ({ a: 1, out: 'x' }));
g.addNode('two', async (s) => ({ b: 2, out: ['y', 'z'] }));
g.addEdge('__start__', 'one');
g.addEdge('__start__', 'two');
module.exports = g.compile();
