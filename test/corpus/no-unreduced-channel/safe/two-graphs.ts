// safe: the nodes belong to different graphs
import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({ answer: Annotation<string> });

const fast = new StateGraph(State);
fast.addNode('guess', async () => ({ answer: 'perhaps' }));
fast.addEdge(START, 'guess');
fast.addEdge('guess', END);

const slow = new StateGraph(State);
slow.addNode('think', async () => ({ answer: 'surely' }));
slow.addEdge(START, 'think');
slow.addEdge('think', END);

export const graphs = { fast: fast.compile(), slow: slow.compile() };
