// The one lock of the process holds from read to write
import { Mutex } from 'async-mutex';

interface PlanStore {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
}

export class Planner {
  private readonly mutex = new Mutex();

  constructor(private readonly store: PlanStore) {}

  async addStep(plan: string, step: string): Promise<void> {
    await this.mutex.runExclusive(async () => {
      const steps = JSON.parse((await this.store.get(plan)) ?? '[]') as string[];
      await this.store.set(plan, JSON.stringify([...steps, step]));
    });
  }
}
