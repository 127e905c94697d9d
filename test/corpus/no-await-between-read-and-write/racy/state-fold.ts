export type Action = { type: string; payload?: unknown };
export type Reducer<S> = (state: S, action: Action) => Promise<S>;

export function createStore<S>(reduce: Reducer<S>, initial: S) {
  let state = initial;
  const listeners = new Set<(s: S) => void>();

  async function dispatch(action: Action): Promise<S> {
    state = await reduce(state, action); // RACE
    for (const listener of listeners) listener(state);
    return state;
  }

  return {
    dispatch,
    getState: () => state,
    subscribe(listener: (s: S) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
