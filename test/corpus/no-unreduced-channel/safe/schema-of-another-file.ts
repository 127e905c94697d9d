// safe: the channels are defined elsewhere
import { END, START, StateGraph } from '@langchain/langgraph';
import { ResearchState } from './state.js';

export const research = new StateGraph(ResearchState)
  .addNode('web', async () => ({ findings: ['web'] }))
  .addNode('archive', async () => ({ findings: ['archive'] }))
  .addEdge(START, 'web')
  .addEdge(START, 'archive')
  .addEdge('web', END)
  .addEdge('archive', END)
  .compile();
