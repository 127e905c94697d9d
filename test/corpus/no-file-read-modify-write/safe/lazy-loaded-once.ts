// safe: the file is read on the first call only
import { readFile, writeFile } from 'node:fs/promises';

type State = Record<string, number>;

export class Counters {
  private loading: Promise<State> | undefined;

  private state(): Promise<State> {
    this.loading ??= readFile('counters.json', 'utf8').then((text) => JSON.parse(text) as State);
    return this.loading;
  }

  async increment(name: string) {
    const state = await this.state();
    state[name] = (state[name] ?? 0) + 1;
    await writeFile('counters.json', JSON.stringify(state));
  }
}
