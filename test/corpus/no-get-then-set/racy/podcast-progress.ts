import IORedis from 'ioredis';

type Listen = { listenerId: string; episode: { id: string; lengthSec: number } };

export class PodcastProgress {
  private readonly store = new IORedis({ db: 3, keyPrefix: 'pod:' });

  public async addListenedSeconds(listen: Listen, seconds: number): Promise<number> {
    if (seconds <= 0) return 0;

    const before = await this.store.hget(listen.episode.id, listen.listenerId);
    const heard = Math.min(listen.episode.lengthSec, Number(before ?? '0') + seconds);
    await this.store.hset(listen.episode.id, listen.listenerId, heard); // RACE

    return heard / listen.episode.lengthSec;
  }

  public close(): void {
    this.store.disconnect();
  }
}
