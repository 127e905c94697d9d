// safe: the attempts are read and written in the catch, after the await
type Handler = (payload: unknown) => Promise<void>;

export class Consumer {
  private attempts = new Map<string, number>();
  readonly dead: string[] = [];

  constructor(private readonly handler: Handler, private readonly max = 5) {}

  async receive(id: string, payload: unknown): Promise<'ack' | 'nack' | 'drop'> {
    try {
      await this.handler(payload);
      this.attempts.delete(id);
      return 'ack';
    } catch {
      const tried = (this.attempts.get(id) ?? 0) + 1;
      this.attempts.set(id, tried);
      if (tried < this.max) return 'nack';
      this.dead.push(id);
      return 'drop';
    }
  }
}
