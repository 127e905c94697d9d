const { Annotation, StateGraph, START, END } = require('@langchain/langgraph');

const PipelineState = Annotation.Root({
  file: Annotation(),
  report: Annotation(), // RACE
});

async function lint(state) {
  return { report: `lint of ${state.file}` };
}

async function test(state) {
  const result = await Promise.resolve('green');
  return { report: `${state.file}: ${result}` };
}

const pipeline = new StateGraph(PipelineState);
pipeline.addNode('lint', lint);
pipeline.addNode('test', test);
pipeline.addEdge(START, 'lint');
pipeline.addEdge(START, 'test');
pipeline.addEdge('lint', END);
pipeline.addEdge('test', END);

module.exports = { pipeline: pipeline.compile() };
