import { Etcd3 } from 'etcd3';

const client = new Etcd3({ hosts: 'http://127.0.0.1:2379' });

export async function nextSequence(name: string): Promise<number> {
  const current = await client.get(`seq/${name}`).number();
  const next = (current ?? 0) + 1;
  await client.put(`seq/${name}`).value(next); // RACE
  return next;
}
