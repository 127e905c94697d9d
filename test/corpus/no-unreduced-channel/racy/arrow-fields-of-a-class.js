import { StateGraph, START, END } from '@langchain/langgraph';
import { z } from 'zod';
const StateSchema = z.object({ query: z.string(), evidence: z.record(z.string(), z.any()).optional() }); // RACE
class Researcher {
  constructor(tools) { this.tools = tools; }
  web = async (state) => {
    const r = await this.tools.web(state.query);
    return { evidence: { ...state.evidence, web: r } };
  };
  docs = async (state) => {
    const r = await this.tools.docs(state.query);
    return { evidence: { ...state.evidence, docs: r } };
  };
  graph() {
    const builder = new StateGraph(StateSchema);
    builder.addNode('web', this.web);
    builder.addNode('docs', this.docs);
    builder.addEdge(START, 'web');
    builder.addEdge(START, 'docs');
    builder.addEdge('web', END);
    builder.addEdge('docs', END);
    return builder.compile();
  }
}
export { Researcher };
