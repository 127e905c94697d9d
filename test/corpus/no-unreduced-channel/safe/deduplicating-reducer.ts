// safe: what comes twice is kept once
import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const unique = (old: string[], update: string[]): string[] => [...new Set([...old, ...update])];

const byId = (old: { id: string }[], update: { id: string }[]) => {
  const merged = new Map(old.map((each) => [each.id, each]));
  for (const each of update) merged.set(each.id, each);
  return [...merged.values()];
};

const State = Annotation.Root({
  links: Annotation<string[]>({ reducer: unique, default: () => [] }),
  items: Annotation<{ id: string }[]>({ reducer: byId, default: () => [] }),
});

export const linking = new StateGraph(State)
  .addNode('first', async (state) => ({ links: [...state.links, 'a'], items: [...state.items, { id: 'a' }] }))
  .addNode('second', async (state) => ({ links: [...state.links, 'b'], items: [...state.items, { id: 'b' }] }))
  .addEdge(START, 'first')
  .addEdge(START, 'second')
  .addEdge('first', END)
  .addEdge('second', END)
  .compile();
