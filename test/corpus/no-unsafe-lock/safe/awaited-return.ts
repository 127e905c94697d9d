// safe: the promise is awaited before the finalizer runs
import { Mutex } from 'async-mutex';

export class Serial {
  private readonly mutex = new Mutex();

  async run<T>(task: () => Promise<T>): Promise<T> {
    const release = await this.mutex.acquire();
    try {
      return await task();
    } finally {
      release();
    }
  }
}
