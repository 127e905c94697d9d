// safe: the entry is got in every round
import { connect } from 'nats';

const nc = await connect();
const kv = await nc.jetstream().views.kv('config');

export async function toggle(key: string): Promise<void> {
  let left = 5;
  while (left-- > 0) {
    const entry = await kv.get(key);
    if (!entry) return;
    try {
      await kv.update(key, entry.string() === 'on' ? 'off' : 'on', entry.revision);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
