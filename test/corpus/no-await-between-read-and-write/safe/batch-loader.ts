// safe: the batch is taken and cleared in one step, before the fetch
interface Waiting<V> {
  key: string;
  resolve(value: V): void;
  reject(error: unknown): void;
}

export class Loader<V> {
  private waiting: Waiting<V>[] = [];
  private scheduled = false;

  constructor(private readonly fetchAll: (keys: string[]) => Promise<V[]>) {}

  load(key: string): Promise<V> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ key, resolve, reject });
      if (this.scheduled) return;
      this.scheduled = true;
      queueMicrotask(() => void this.dispatch());
    });
  }

  private async dispatch(): Promise<void> {
    const batch = this.waiting;
    this.waiting = [];
    this.scheduled = false;
    try {
      const values = await this.fetchAll(batch.map((w) => w.key));
      batch.forEach((w, i) => w.resolve(values[i]));
    } catch (error) {
      batch.forEach((w) => w.reject(error));
    }
  }
}
