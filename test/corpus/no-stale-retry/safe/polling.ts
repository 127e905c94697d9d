// safe: a round every second, whatever became of the one before
import { readState, writeState } from './state';

export async function run(signal: AbortSignal) {
  while (!signal.aborted) {
    try {
      const state = await readState('worker');
      await writeState('worker', { ...state, seen: Date.now() }, state.version);
    } catch (error: any) {
      if (error.status !== 409) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}
