// safe: a message that comes back with its id replaces itself
import { AIMessage } from '@langchain/core/messages';
import { Annotation, END, START, StateGraph, messagesStateReducer } from '@langchain/langgraph';
import type { BaseMessage } from '@langchain/core/messages';

const State = Annotation.Root({
  messages: Annotation<BaseMessage[]>({ reducer: messagesStateReducer, default: () => [] }),
});

export const chat = new StateGraph(State)
  .addNode('model', async (state) => ({ messages: [...state.messages, new AIMessage('Hello')] }))
  .addEdge(START, 'model')
  .addEdge('model', END)
  .compile();
