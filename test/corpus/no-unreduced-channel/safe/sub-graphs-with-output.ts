// safe: each graph gives back a channel of its own
import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const Parent = Annotation.Root({
  task: Annotation<string>,
  code: Annotation<string>,
  text: Annotation<string>,
});

const CoderState = Annotation.Root({ task: Annotation<string>, code: Annotation<string> });
const CoderOutput = Annotation.Root({ code: Annotation<string> });
const WriterState = Annotation.Root({ task: Annotation<string>, text: Annotation<string> });
const WriterOutput = Annotation.Root({ text: Annotation<string> });

const coder = new StateGraph({ stateSchema: CoderState, output: CoderOutput })
  .addNode('implement', async (state) => ({ code: `code for ${state.task}` }))
  .addEdge(START, 'implement')
  .addEdge('implement', END)
  .compile();

const writer = new StateGraph({ stateSchema: WriterState, output: WriterOutput })
  .addNode('compose', async (state) => ({ text: `text for ${state.task}` }))
  .addEdge(START, 'compose')
  .addEdge('compose', END)
  .compile();

export const team = new StateGraph(Parent)
  .addNode('coder', coder)
  .addNode('writer', writer)
  .addEdge(START, 'coder')
  .addEdge(START, 'writer')
  .addEdge('coder', END)
  .addEdge('writer', END)
  .compile();
