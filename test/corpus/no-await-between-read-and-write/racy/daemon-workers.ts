import { spawnWorker, type Worker } from './workers.js';

interface Pending {
  payload: string;
  resolve(output: string): void;
  reject(error: unknown): void;
}

const MAX_WORKERS = 4;

export class Daemon {
  readonly #backlog: Pending[] = [];
  readonly #idle: Worker[] = [];
  #alive = 0;

  submit(payload: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#backlog.push({ payload, resolve, reject });
      void this.#schedule();
    });
  }

  async #schedule(): Promise<void> {
    const worker = this.#idle.pop() ?? (await this.#grow());
    if (!worker) return;
    const next = this.#backlog.shift();
    if (!next) {
      this.#idle.push(worker);
      return;
    }
    try {
      next.resolve(await worker.run(next.payload));
    } catch (error) {
      next.reject(error);
    } finally {
      this.#idle.push(worker);
      if (this.#backlog.length > 0) void this.#schedule();
    }
  }

  async #grow(): Promise<Worker | undefined> {
    if (this.#alive >= MAX_WORKERS) return undefined;
    const worker = await spawnWorker();
    this.#alive += 1; // RACE
    worker.once('exit', () => {
      this.#alive -= 1;
    });
    return worker;
  }
}
