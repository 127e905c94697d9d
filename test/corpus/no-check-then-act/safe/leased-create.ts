// safe: the transaction puts only where nothing was created, and its answer is looked at
import { Etcd3 } from 'etcd3';

const etcd = new Etcd3();

export async function becomePrimary(shard: string, node: string): Promise<boolean> {
  const key = `primaries/${shard}`;
  const lease = etcd.lease(20);
  const { succeeded } = await etcd
    .if(key, 'Create', '==', 0)
    .then(lease.put(key).value(node))
    .commit();
  if (!succeeded) await lease.revoke();
  return succeeded;
}
