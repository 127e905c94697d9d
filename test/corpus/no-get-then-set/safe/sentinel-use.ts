// safe: WATCH on a leased sentinel client
import { createSentinel, WatchError } from 'redis';

const sentinel = createSentinel({ name: 'main', sentinelRootNodes: [{ host: 's1', port: 26379 }] });

export async function addTag(id: string, tag: string): Promise<string[]> {
  return sentinel.use(async (lease) => {
    while (true) {
      await lease.watch(`tags:${id}`);
      const tags = new Set<string>(JSON.parse((await lease.get(`tags:${id}`)) ?? '[]'));
      tags.add(tag);
      try {
        await lease.multi().set(`tags:${id}`, JSON.stringify([...tags])).exec();
        return [...tags];
      } catch (e) {
        if (!(e instanceof WatchError)) throw e;
      }
    }
  });
}
