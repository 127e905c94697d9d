// safe: the keys of the bucket end by themselves, and only the holder's revision is deleted
import { Kvm } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/transport-node';

export async function withCrane(connection: NatsConnection, crane: string, lift: () => Promise<void>) {
  const locks = await new Kvm(connection).create('crane-locks', { ttl: 60_000 });
  const revision = await locks.create(crane, 'held');
  try {
    await lift();
  } finally {
    await locks.delete(crane, { previousSeq: revision });
  }
}
