import { Annotation, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({
  log: Annotation({
    reducer: (previous, next) => previous.concat(next),
    default: () => [],
  }),
});

function record(state) {
  state.log.push('recorded');
  return { log: state.log }; // RACE
}

export const recorder = new StateGraph(State)
  .addNode('record', record)
  .addEdge('__start__', 'record')
  .addEdge('record', '__end__')
  .compile();
