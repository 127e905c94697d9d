import { Redis } from '@upstash/redis';

interface Step {
  title: string;
  status: 'todo' | 'done' | 'failed';
  notes: string[];
}

export class Planner {
  private redis = Redis.fromEnv();

  async finish(planId: string, index: number, status: 'done' | 'failed', note?: string) {
    const steps = (await this.redis.json.get(`plan:${planId}`)) as Step[] | null;
    const step = steps?.[index];
    if (!steps || !step) return { remaining: 0 };

    step.status = status;
    if (note) step.notes.push(note);

    await this.redis.json.set(`plan:${planId}`, '$', JSON.parse(JSON.stringify(steps))); // RACE
    return { remaining: steps.filter((s) => s.status === 'todo').length };
  }
}
