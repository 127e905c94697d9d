// safe: the worker is counted before it is spawned, and discounted in one step when that fails
import { spawnWorker, type Worker } from './workers.js';

const MAX_WORKERS = 4;

export class Workers {
  readonly #idle: Worker[] = [];
  #alive = 0;

  async take(): Promise<Worker | undefined> {
    return this.#idle.pop() ?? (await this.#grow());
  }

  give(worker: Worker): void {
    this.#idle.push(worker);
  }

  async #grow(): Promise<Worker | undefined> {
    if (this.#alive >= MAX_WORKERS) return undefined;
    this.#alive += 1;
    try {
      const worker = await spawnWorker();
      worker.once('exit', () => {
        this.#alive -= 1;
      });
      return worker;
    } catch (error) {
      this.#alive -= 1;
      throw error;
    }
  }
}
