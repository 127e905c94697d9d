import pg from 'pg';
import { lookupDsn } from './directory.js';

const pools = new Map<string, pg.Client>();

export async function clientFor(tenant: string): Promise<pg.Client> {
  if (!pools.has(tenant)) {
    const client = new pg.Client(await lookupDsn(tenant));
    await client.connect();
    pools.set(tenant, client); // RACE
  }
  return pools.get(tenant)!;
}

export async function closeAll(): Promise<void> {
  const open = [...pools.values()];
  pools.clear();
  await Promise.all(open.map((c) => c.end()));
}
