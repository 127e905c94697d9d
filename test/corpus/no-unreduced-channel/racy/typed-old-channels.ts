import { Annotation, StateGraph, START, END } from '@langchain/langgraph';
import type { StateGraphArgs } from '@langchain/langgraph';
interface IState { messages: string[]; score: number; }
const channels: StateGraphArgs<IState>['channels'] = {
  messages: { value: (x?: string[], y?: string[]) => (y ? y : x ?? []), default: () => [] }, // RACE
  score: { value: (x?: number, y?: number) => y ?? x ?? 0, default: () => 0 },
};
const a = async (s: IState) => ({ messages: ['a'] });
const b = async (s: IState) => ({ messages: ['b'] });
export const app = new StateGraph<IState>({ channels }).addNode('a', a).addNode('b', b).addEdge(START, 'a').addEdge(START, 'b').compile();
