import { connect, JSONCodec } from 'nats';

const codec = JSONCodec<Record<string, string>>();
const nc = await connect({ servers: 'nats://localhost:4222' });
const js = nc.jetstream();
const kv = await js.views.kv('config');

export async function setFlag(service: string, flag: string, value: string): Promise<void> {
  const entry = await kv.get(service);
  const flags = entry ? codec.decode(entry.value) : {};
  flags[flag] = value;
  await kv.put(service, codec.encode(flags)); // RACE
}
