import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const ResearchState = Annotation.Root({
  topic: Annotation<string>,
  findings: Annotation<string[]>, // RACE
});

async function searchWeb(state: typeof ResearchState.State) {
  const hits = await fetch(`https://search.example/?q=${encodeURIComponent(state.topic)}`);
  return { findings: [await hits.text()] };
}

async function searchArchive(state: typeof ResearchState.State) {
  return { findings: [`archive: ${state.topic}`] };
}

export const research = new StateGraph(ResearchState)
  .addNode('web', searchWeb)
  .addNode('archive', searchArchive)
  .addEdge(START, 'web')
  .addEdge(START, 'archive')
  .addEdge('web', END)
  .addEdge('archive', END)
  .compile();
