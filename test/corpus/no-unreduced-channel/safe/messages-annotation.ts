// safe: messages are merged by their ids
import { AIMessage } from '@langchain/core/messages';
import { END, MessagesAnnotation, START, StateGraph } from '@langchain/langgraph';

const optimist = async () => ({ messages: [new AIMessage('It will work.')] });
const pessimist = async () => ({ messages: [new AIMessage('It will not.')] });

export const debate = new StateGraph(MessagesAnnotation)
  .addNode('optimist', optimist)
  .addNode('pessimist', pessimist)
  .addEdge(START, 'optimist')
  .addEdge(START, 'pessimist')
  .addEdge('optimist', END)
  .addEdge('pessimist', END)
  .compile();
