import { Annotation, Command, StateGraph, START, END, Send } from '@langchain/langgraph';
const S = Annotation.Root({
  files: Annotation<string[]>,
  summary: Annotation<{ file: string; text: string }>, // RACE
});
const router = async (state: typeof S.State) => {
  return new Command({
    update: { files: state.files },
    goto: state.files.map((file) => new Send('summarize', { file })),
  });
};
export const app = new StateGraph(S)
  .addNode('router', router, { ends: ['summarize'] })
  .addNode('summarize', async ({ file }: { file: string }) => {
    const text = await fetch(file).then((r) => r.text());
    return { summary: { file, text } };
  })
  .addEdge(START, 'router')
  .addEdge('summarize', END)
  .compile();
