import { Annotation, StateGraph, START, END } from '@langchain/langgraph';
const S = Annotation.Root({ owner: Annotation<string>, draft: Annotation<string> }); // RACE
export class Pipeline {
  private readonly graph = new StateGraph(S);
  constructor() {
    this.graph.addNode('x', this.x.bind(this)).addNode('y', this.y.bind(this));
    this.graph.addEdge(START, 'x' as any);
    this.graph.addEdge(START, 'y' as any);
  }
  private async x() { return { owner: 'x' }; }
  private async y() { return { owner: 'y' }; }
  compile() { return this.graph.compile(); }
}
