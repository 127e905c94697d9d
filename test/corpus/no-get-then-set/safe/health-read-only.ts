// safe: only reads
import { createClient } from 'redis';

const client = createClient();

export async function health() {
  const ids = await client.sMembers('workers');
  const beats = await client.mGet(ids.map((id) => `hb:${id}`));
  const alive = new Map<string, number>();
  beats.forEach((b, i) => {
    if (b) alive.set(ids[i]!, JSON.parse(b).at);
  });
  return { alive: [...alive.keys()], dead: ids.filter((id) => !alive.has(id)) };
}
