import { Etcd3 } from 'etcd3';

const client = new Etcd3();

export async function grow(key: string): Promise<number> {
  const { kvs } = await client.get(key).exec();
  const current = kvs[0];
  const size = Number(current.value.toString()) + 1;
  while (true) {
    const { succeeded } = await client // RACE
      .if(key, 'Mod', '==', current.mod_revision)
      .then(client.put(key).value(String(size)))
      .commit();
    if (succeeded) return size;
  }
}
