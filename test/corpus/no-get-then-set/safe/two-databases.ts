// safe: read from the replica of another region, written to an own database
import { createClient } from 'redis';

const archive = createClient({ url: process.env.ARCHIVE_URL, database: 1 });
const hot = createClient({ url: process.env.HOT_URL, database: 0 });

export async function thaw(id: string) {
  const raw = await archive.get(`order:${id}`);
  if (!raw) return null;
  const order = { ...JSON.parse(raw), thawedAt: Date.now() };
  await hot.set(`order:${id}`, JSON.stringify(order), { EX: 86400 });
  return order;
}
