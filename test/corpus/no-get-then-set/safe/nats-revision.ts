// `update` fails where the revision is another one
import type { KV } from '@nats-io/kv';

export async function join(bucket: KV, room: string, user: string): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const entry = await bucket.get(room);
    try {
      if (!entry) {
        await bucket.create(room, JSON.stringify([user]));
      } else {
        const users = entry.json<string[]>();
        await bucket.update(room, JSON.stringify([...users, user]), entry.revision);
      }
      return;
    } catch (error) {
      if (attempt === 9) throw error;
    }
  }
}
