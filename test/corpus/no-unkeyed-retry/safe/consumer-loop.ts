// safe: each round takes another message
import { Redis } from 'ioredis';

const redis = new Redis();

export async function consume(handle: (message: string) => Promise<void>) {
  for (;;) {
    try {
      const message = await redis.brpop('inbox', 5);
      if (message) {
        await handle(message[1]);
        await redis.incr('handled');
      }
    } catch (error) {
      console.error('consume', error);
    }
  }
}
