import { Etcd3 } from 'etcd3';

const etcd = new Etcd3();

export async function becomePrimary(shard: string, node: string): Promise<boolean> {
  const key = `primaries/${shard}`;
  if (await etcd.get(key).exists()) return false;
  const lease = etcd.lease(20);
  await lease.put(key).value(node); // RACE
  return true;
}
