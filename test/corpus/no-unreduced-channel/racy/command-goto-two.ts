import { Annotation, Command, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({
  order: Annotation<string>,
  decision: Annotation<string>, // RACE
});

const dispatch = async () => new Command({ goto: ['fraud', 'credit'] });

export const orders = new StateGraph(State)
  .addNode('dispatch', dispatch, { ends: ['fraud', 'credit'] })
  .addNode('fraud', async () => ({ decision: 'clean' }))
  .addNode('credit', async () => {
    const limit = await Promise.resolve(100);
    return new Command({ update: { decision: limit > 50 ? 'grant' : 'refuse' } });
  })
  .addEdge('__start__', 'dispatch')
  .compile();
