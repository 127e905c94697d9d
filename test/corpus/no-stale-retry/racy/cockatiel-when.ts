import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import type { KV } from '@nats-io/kv';

interface Deps {
  kv: KV;
}

const conflicts = retry(
  handleWhen((err) => (err as { code?: number }).code === 10071),
  { maxAttempts: 5, backoff: new ExponentialBackoff() },
);

export const makeShelf = ({ kv }: Deps) => ({
  async add(shelf: string, book: string) {
    const entry = await kv.get(shelf);
    const books = [...entry!.json<string[]>(), book];
    await conflicts.execute(() => kv.update(shelf, JSON.stringify(books), entry!.revision)); // RACE
  },
});
