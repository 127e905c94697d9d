// A lock that every process can see
import { Etcd3 } from 'etcd3';

const client = new Etcd3();

export async function append(log: string, line: string): Promise<void> {
  await client
    .lock(`lock:${log}`)
    .ttl(10)
    .do(async () => {
      const text = (await client.get(log).string()) ?? '';
      await client.put(log).value(`${text}${line}\n`);
    });
}
