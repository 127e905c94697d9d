import { StateGraph, START, END } from '@langchain/langgraph';

const graphState = {
  query: null,
  context: { value: (x, y) => y, default: () => [] }, // RACE
};

const vectorSearch = async ({ query }) => {
  return { context: [`vector ${query}`] };
};
const keywordSearch = async ({ query }) => {
  return { context: [`keyword ${query}`] };
};

export const hybrid = new StateGraph({ channels: graphState })
  .addNode('vector', vectorSearch)
  .addNode('keyword', keywordSearch)
  .addEdge(START, 'vector')
  .addEdge(START, 'keyword')
  .addEdge('vector', END)
  .addEdge('keyword', END)
  .compile();
