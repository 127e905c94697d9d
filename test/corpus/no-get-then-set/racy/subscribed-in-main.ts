import { connect } from '@nats-io/transport-node';
import { Kvm, type KV } from '@nats-io/kv';

async function note(bucket: KV, machine: string, reading: number): Promise<void> {
  const entry = await bucket.get(machine);
  const log = entry ? entry.json<number[]>() : [];
  log.push(reading);
  await bucket.put(machine, JSON.stringify(log)); // RACE
}

async function start(): Promise<void> {
  const connection = await connect({ servers: 'nats://localhost' });
  const bucket = await new Kvm(connection).open('readings');
  connection.subscribe('readings.*', {
    callback: (_error, message) => void note(bucket, message.subject, Number(message.string())),
  });
}

void start();
