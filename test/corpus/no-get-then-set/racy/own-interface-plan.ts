export interface PlanStore {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
}

export class Planner {
  constructor(private readonly store: PlanStore) {}

  async addStep(plan: string, step: string): Promise<void> {
    const steps = JSON.parse((await this.store.get(plan)) ?? '[]') as string[];
    steps.push(step);
    await this.store.set(plan, JSON.stringify(steps)); // RACE
  }
}
