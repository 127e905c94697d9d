import { Annotation, Send, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({
  files: Annotation<string[]>,
  current: Annotation<string>, // RACE
});

function spread(state: typeof State.State) {
  const sends: Send[] = [];
  for (const file of state.files) {
    if (!file.endsWith('.md')) sends.push(new Send('index', { files: [file] }));
  }
  return sends;
}

export const indexer = new StateGraph(State)
  .addNode('list', async () => ({ files: ['a.ts', 'b.ts'] }))
  .addNode('index', async (state: typeof State.State) => {
    const [file = ''] = state.files;
    return { current: file };
  })
  .addEdge('__start__', 'list')
  .addConditionalEdges('list', spread, ['index'])
  .compile();
