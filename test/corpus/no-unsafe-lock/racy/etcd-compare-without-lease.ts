import { Etcd3 } from 'etcd3';

const etcd = new Etcd3();

export async function withTableLock(table: string, node: string, work: () => Promise<void>) {
  const key = `table-lock/${table}`;
  const { succeeded } = await etcd.if(key, 'Version', '==', 0).then(etcd.put(key).value(node)).commit(); // RACE
  if (!succeeded) return false;
  try {
    await work();
  } finally {
    await etcd.if(key, 'Value', '==', node).then(etcd.delete().key(key)).commit();
  }
  return true;
}
