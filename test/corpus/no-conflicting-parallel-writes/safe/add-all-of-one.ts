// safe: the queue runs one at a time
import PQueue from 'p-queue';
import { outputJson } from 'fs-extra';

export class Collector {
  private readonly queue = new PQueue({ concurrency: 1 });

  constructor(private readonly file: string) {}

  async collect(urls: readonly string[]): Promise<void> {
    await this.queue.addAll(
      urls.map((url) => async () => {
        const response = await fetch(url);
        await outputJson(this.file, await response.json());
      }),
    );
  }
}
