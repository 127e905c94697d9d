// safe: JSON commands that change a part of the document
import { Redis } from '@upstash/redis';

export class PlanDocument {
  constructor(
    private readonly redis: Redis,
    private readonly planId: string,
  ) {}

  private get key() {
    return `plan:${this.planId}`;
  }

  async addStep(title: string): Promise<void> {
    await this.redis.json.arrappend(this.key, '$.steps', { title, status: 'todo' });
    await this.redis.json.numincrby(this.key, '$.open', 1);
  }

  async finish(index: number): Promise<void> {
    const title = await this.redis.json.get(this.key, `$.steps[${index}].title`);
    console.info('finished', title);
    await this.redis.json.set(this.key, `$.steps[${index}].status`, '"done"');
    await this.redis.json.numincrby(this.key, '$.open', -1);
  }
}
