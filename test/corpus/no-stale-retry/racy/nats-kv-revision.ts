import { connect } from 'nats';

const nc = await connect();
const kv = await nc.jetstream().views.kv('config');

export async function toggle(key: string): Promise<void> {
  const entry = await kv.get(key);
  if (!entry) return;
  const value = entry.string() === 'on' ? 'off' : 'on';
  let left = 5;
  while (left-- > 0) {
    try {
      await kv.update(key, value, entry.revision); // RACE
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
