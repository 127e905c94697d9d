// safe: the map is copied and cleared before the wait
import type { Sink } from './sink.js';

export class Metrics {
  readonly #counts = new Map<string, number>();

  constructor(private readonly sink: Sink) {
    setInterval(() => void this.report(), 10_000);
  }

  increment(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  async report(): Promise<void> {
    const counts = [...this.#counts.entries()];
    this.#counts.clear();
    await this.sink.write(counts);
  }
}
