// safe: the key is put with the id of a lease, before its value or behind it
import { Etcd3 } from 'etcd3';

const etcd = new Etcd3();

export async function lockTable(table: string, node: string, lease: string): Promise<boolean> {
  const key = `table-lock/${table}`;
  const put = etcd.put(key).value(node).lease(lease);
  const { succeeded } = await etcd.if(key, 'Create', '==', 0).then(put).commit();
  return succeeded;
}

export async function lockIndex(index: string, node: string, lease: string): Promise<boolean> {
  const key = `index-lock/${index}`;
  const put = etcd.put(key).lease(lease).value(node);
  const { succeeded } = await etcd.if(key, 'Create', '==', 0).then(put).commit();
  return succeeded;
}

export async function unlockTable(table: string, node: string): Promise<void> {
  const key = `table-lock/${table}`;
  await etcd.if(key, 'Value', '==', node).then(etcd.delete().key(key)).commit();
}
