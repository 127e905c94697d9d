import Redis from 'ioredis';

const redis = new Redis();

export class Mailbox {
  constructor(agent) {
    this.key = `mail:${agent}`;
  }

  async receive() {
    const [message] = await redis.lrange(this.key, 0, 0);
    if (message === undefined) return undefined;
    await redis.lrem(this.key, 1, message); // RACE
    return JSON.parse(message);
  }
}
