// safe: a number of attempts, then an error
import { createClient } from 'redis';
import { LockHeldError } from './errors.js';

const client = createClient();

export class Mutex {
  constructor(key, token) {
    this.key = `mutex:${key}`;
    this.token = token;
  }

  async lock(attempts = 50) {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const reply = await client.set(this.key, this.token, { NX: true, PX: 8000 });
      if (reply === 'OK') return;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    throw new LockHeldError(this.key);
  }

  async unlock() {
    const script = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";
    await client.eval(script, { keys: [this.key], arguments: [this.token] });
  }
}
