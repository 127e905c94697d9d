type Handler = (payload: unknown) => Promise<void>;

export class Consumer {
  private attempts = new Map<string, number>();
  readonly dead: string[] = [];

  constructor(private readonly handler: Handler, private readonly max = 5) {}

  async receive(id: string, payload: unknown): Promise<'ack' | 'nack' | 'drop'> {
    const tried = this.attempts.get(id) ?? 0;
    try {
      await this.handler(payload);
      this.attempts.delete(id);
      return 'ack';
    } catch {
      if (tried + 1 >= this.max) {
        this.dead.push(id);
        return 'drop';
      }
      this.attempts.set(id, tried + 1); // RACE
      return 'nack';
    }
  }
}
