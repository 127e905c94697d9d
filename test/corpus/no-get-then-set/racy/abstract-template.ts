import type { Redis } from 'ioredis';

export abstract class StatefulActor<S, M> {
  constructor(
    protected readonly redis: Redis,
    protected readonly actorId: string,
  ) {}

  protected abstract initial(): S;
  protected abstract receive(state: S, message: M): S;

  async tell(message: M): Promise<S> {
    const raw = await this.redis.get(`actor:${this.actorId}`);
    const state = raw ? (JSON.parse(raw) as S) : this.initial();
    const next = this.receive(state, message);
    await this.redis.set(`actor:${this.actorId}`, JSON.stringify(next)); // RACE
    return next;
  }
}

export class CounterActor extends StatefulActor<{ n: number }, number> {
  protected initial() {
    return { n: 0 };
  }
  protected receive(state: { n: number }, by: number) {
    return { n: state.n + by };
  }
}
