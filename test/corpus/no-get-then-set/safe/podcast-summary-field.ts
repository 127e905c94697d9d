// safe: reads one hash field, writes another
import IORedis from 'ioredis';

export class PodcastSummary {
  private readonly store = new IORedis({ keyPrefix: 'pod:' });

  public async refreshLabel(episode: string): Promise<string> {
    const seconds = Number((await this.store.hget(episode, 'lengthSec')) ?? 0);
    const label = `${Math.floor(seconds / 60)} min`;
    await this.store.hset(episode, 'lengthLabel', label);
    return label;
  }

  public close(): void {
    this.store.disconnect();
  }
}
