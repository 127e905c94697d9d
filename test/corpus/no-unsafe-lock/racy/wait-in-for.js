import { createClient } from 'redis';

const client = createClient();

export class Mutex {
  constructor(key, token) {
    this.key = `mutex:${key}`;
    this.token = token;
  }

  async lock() {
    for (;;) {
      const reply = await client.set(this.key, this.token, { NX: true, PX: 8000 }); // RACE
      if (reply === 'OK') return;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }
}
