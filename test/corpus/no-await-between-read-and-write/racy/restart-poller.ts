import { Poller } from './poller.js';
export class Bot {
  #poller: Poller | null = null;
  async start(token: string): Promise<void> {
    if (this.#poller) await this.stop();
    this.#poller = new Poller(token); // RACE
  }
  async stop(): Promise<void> {
    if (!this.#poller) return;
    await this.#poller.end();
    this.#poller = null;
  }
}
