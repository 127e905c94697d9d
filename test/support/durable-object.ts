/**
 * A Durable Object's state in memory, with its input gate: while one of its storage operations is on its way, or a callback
 * of `blockConcurrencyWhile` runs, no event from outside is let in, neither a call nor the answer to a request of its own.
 * Source: https://developers.cloudflare.com/durable-objects/reference/in-memory-state/
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';

export interface PlayedObject {
  readonly storage: {
    get<Value>(key: string): Promise<Value | undefined>;
    put(key: string, value: unknown): Promise<void>;
  };
  blockConcurrencyWhile<Result>(callback: () => Promise<Result>): Promise<Result>;
}

export class DurableObjectDouble implements PlayedObject {
  private readonly values = new Map<string, unknown>();
  private operations = 0;
  private blocked = 0;
  private readonly inBlock = new AsyncLocalStorage<true>();
  private waiting: (() => void)[] = [];
  /** The event that came last. */
  private last: Promise<void> = Promise.resolve();

  readonly storage = {
    get: async <Value>(key: string): Promise<Value | undefined> =>
      this.operation(() => structuredClone(this.values.get(key)) as Value | undefined),
    put: async (key: string, value: unknown): Promise<void> =>
      this.operation(() => void this.values.set(key, structuredClone(value))),
  };

  async blockConcurrencyWhile<Result>(callback: () => Promise<Result>): Promise<Result> {
    while (this.blocked > 0 && !this.inBlock.getStore()) await this.turn();
    this.blocked++;
    try {
      return await this.inBlock.run(true, callback);
    } finally {
      this.blocked--;
      this.wake();
    }
  }

  /** A call from outside: it begins when the gate is open. */
  async call<Result>(run: () => Promise<Result>): Promise<Result> {
    await this.gate();
    return run();
  }

  /** A request to somewhere else: its answer comes in when the gate is open. */
  async request<Result>(answer: Result): Promise<Result> {
    await setImmediate();
    await this.gate();
    return answer;
  }

  private async operation<Result>(run: () => Result): Promise<Result> {
    this.operations++;
    await setImmediate();
    const result = run();
    // Whoever waits for it goes on first, and may begin the next one.
    void setImmediate().then(() => {
      this.operations--;
      this.wake();
    });
    return result;
  }

  /** Events come in one after another, each when nothing keeps the gate shut. */
  private async gate(): Promise<void> {
    if (this.inBlock.getStore()) {
      while (this.operations > 0) await this.turn();
      return;
    }
    const before = this.last;
    let open = (): void => undefined;
    this.last = new Promise((resolve) => {
      open = resolve;
    });
    await before;
    while (this.operations > 0 || this.blocked > 0) await this.turn();
    // This one begins before the next one is let in.
    void setImmediate().then(() => {
      open();
    });
  }

  private turn(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
    });
  }

  private wake(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const each of waiting) each();
  }
}
