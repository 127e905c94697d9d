import { api } from './api.js';

export class Telemetry {
  static #queue: object[] = [];

  static emit(event: object): void {
    Telemetry.#queue.push(event);
  }

  static async flush(): Promise<void> {
    const batch = Telemetry.#queue;
    await api.post('/telemetry', { batch });
    Telemetry.#queue = []; // RACE
  }
}
