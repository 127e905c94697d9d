import { Kvm } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/transport-node';

export async function withCrane(connection: NatsConnection, crane: string, lift: () => Promise<void>) {
  const locks = await new Kvm(connection).create('crane-locks');
  const revision = await locks.create(crane, 'held'); // RACE
  try {
    await lift();
  } finally {
    await locks.delete(crane, { previousSeq: revision });
  }
}
