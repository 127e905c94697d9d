import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const TripState = Annotation.Root({
  city: Annotation<string>(),
  plan: Annotation<Record<string, string>>(), // RACE
});

type Trip = typeof TripState.State;

export class TripPlanner {
  private async flights(state: Trip) {
    return { plan: { flight: `to ${state.city}` } };
  }

  private async hotels(state: Trip) {
    const plan = { hotel: `in ${state.city}` };
    return { plan };
  }

  build() {
    const graph = new StateGraph(TripState)
      .addNode('flights', this.flights.bind(this))
      .addNode('hotels', (state: Trip) => this.hotels(state))
      .addEdge(START, 'flights')
      .addEdge(START, 'hotels')
      .addEdge('flights', END)
      .addEdge('hotels', END);
    return graph.compile();
  }
}
