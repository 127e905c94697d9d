import { Annotation, StateGraph, START, END } from '@langchain/langgraph';
const append = <T>(prev: T[], next: T[]): T[] => { return [...prev, ...next]; };
const S = Annotation.Root({ visited: Annotation<string[]>({ reducer: append, default: () => [] }) });
function visit(name: string) {
  return (state: typeof S.State): Partial<typeof S.State> => {
    const visited = [...state.visited];
    visited.push(name);
    return { visited }; // RACE
  };
}
export const graph = new StateGraph(S).addNode('a', visit('a')).addNode('b', visit('b')).addEdge(START, 'a').addEdge(START, 'b').addEdge('a', END).addEdge('b', END).compile();
