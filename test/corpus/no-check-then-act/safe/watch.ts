// safe: WATCH on a connection of its own; EXEC fails where the key has changed
import { createClientPool } from 'redis';

const pool = createClientPool();

export function reserve(seat: string, user: string): Promise<boolean> {
  return pool.execute(async (client) => {
    await client.watch(`seat:${seat}`);
    if (await client.get(`seat:${seat}`)) {
      await client.unwatch();
      return false;
    }
    await client.multi().set(`seat:${seat}`, user).exec();
    return true;
  });
}
