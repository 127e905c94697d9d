// safe: the revision is read in every round
import { Etcd3 } from 'etcd3';

const client = new Etcd3();

export async function grow(key: string): Promise<number> {
  while (true) {
    const { kvs } = await client.get(key).exec();
    const size = Number(kvs[0].value.toString()) + 1;
    const { succeeded } = await client
      .if(key, 'Mod', '==', kvs[0].mod_revision)
      .then(client.put(key).value(String(size)))
      .commit();
    if (succeeded) return size;
  }
}
