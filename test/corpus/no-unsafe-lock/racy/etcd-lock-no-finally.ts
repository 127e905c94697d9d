import { Etcd3 } from 'etcd3';

const etcd = new Etcd3();

export async function rotate(keys: { rotate(): Promise<void> }): Promise<void> {
  const lock = etcd.lock('rotate-keys').ttl(30);
  await lock.acquire(); // RACE
  await keys.rotate();
  await lock.release();
}
