import { Mutex } from 'async-mutex';

export class Serial {
  private readonly mutex = new Mutex();

  async run<T>(task: () => Promise<T>): Promise<T> {
    const release = await this.mutex.acquire();
    try {
      return task(); // RACE
    } finally {
      release();
    }
  }
}
