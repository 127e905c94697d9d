// safe: the read feeds a gauge only
import { Gauge } from 'prom-client';
import { createClient } from 'redis';

const client = createClient();
const size = new Gauge({ name: 'snapshot_bytes', help: 'size of the previous snapshot', labelNames: ['app'] });

export async function storeSnapshot(app: string, snapshot: Buffer) {
  const previous = await client.get(`snapshot:${app}`);
  size.set({ app }, previous?.length ?? 0);
  await client.set(`snapshot:${app}`, snapshot.toString('base64'), { EX: 3600 });
}
