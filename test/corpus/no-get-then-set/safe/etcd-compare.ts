// What is handed to `then` is sent only where the comparison holds
import { Etcd3 } from 'etcd3';

const client = new Etcd3();

export async function nextSequence(name: string): Promise<number> {
  for (;;) {
    const response = await client.get(name).exec();
    const [found] = response.kvs;
    const next = Number(found?.value.toString() ?? 0) + 1;
    const { succeeded } = await client
      .if(name, 'Mod', '==', found?.mod_revision ?? 0)
      .then(client.put(name).value(next))
      .commit();
    if (succeeded) return next;
  }
}
