import * as lg from '@langchain/langgraph';

const State = lg.Annotation.Root({
  ...lg.MessagesAnnotation.spec,
  memory: lg.Annotation, // RACE
});

async function remember(state) {
  const update = {};
  update.memory = { lastQuestion: state.messages.at(-1) };
  return update;
}

function profile(state) {
  return Promise.resolve(state.messages.length).then((count) => ({ memory: { count } }));
}

const graph = new lg.StateGraph(State);
graph.addNode('remember', remember);
graph.addNode('profile', profile);
graph.addEdge(lg.START, 'remember');
graph.addEdge(lg.START, 'profile');
export const memoryGraph = graph.compile();
