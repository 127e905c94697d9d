// safe: both who call it keep its promise where they look for it first
interface KeySet {
  keys: string[];
  expires: number;
}

export class KeySource {
  private readonly pending = new Map<string, Promise<KeySet>>();
  private connection: { ask(tenant: string): Promise<KeySet> } | undefined;

  constructor(private readonly connect: () => Promise<{ ask(tenant: string): Promise<KeySet> }>) {}

  keysOf(tenant: string): Promise<KeySet> {
    const running = this.pending.get(tenant);
    if (running) return running;
    const started = this.askFor(tenant).finally(() => this.pending.delete(tenant));
    this.pending.set(tenant, started);
    return started;
  }

  private async askFor(tenant: string): Promise<KeySet> {
    this.connection = await this.connect();
    return this.connection.ask(tenant);
  }
}
