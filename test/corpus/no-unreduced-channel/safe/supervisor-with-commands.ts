// safe: the supervisor hands over to one agent at a time
import { Annotation, Command, END, START, StateGraph } from '@langchain/langgraph';

const Team = Annotation.Root({
  goal: Annotation<string>,
  result: Annotation<string>,
  rounds: Annotation<number>,
});

type State = typeof Team.State;

const supervisor = async (state: State) => {
  if (state.rounds > 3) return new Command({ goto: END });
  const goto = state.result ? 'critic' : 'worker';
  return new Command({ goto, update: { rounds: state.rounds + 1 } });
};

export const team = new StateGraph(Team)
  .addNode('supervisor', supervisor, { ends: ['worker', 'critic', END] })
  .addNode('worker', async (state: State) => new Command({ goto: 'supervisor', update: { result: state.goal } }), {
    ends: ['supervisor'],
  })
  .addNode('critic', async (state: State) => new Command({ goto: 'supervisor', update: { result: `${state.result}!` } }), {
    ends: ['supervisor'],
  })
  .addEdge(START, 'supervisor')
  .compile();
