// safe: the lock goes with the lease of its holder, and only the holder deletes it
import { Etcd3 } from 'etcd3';

const etcd = new Etcd3();

export async function withTableLock(table: string, node: string, work: () => Promise<void>) {
  const key = `table-lock/${table}`;
  const lease = etcd.lease(30);
  const { succeeded } = await etcd.if(key, 'Version', '==', 0).then(lease.put(key).value(node)).commit();
  if (!succeeded) return false;
  try {
    await work();
  } finally {
    await etcd.if(key, 'Value', '==', node).then(etcd.delete().key(key)).commit();
    await lease.revoke();
  }
  return true;
}
