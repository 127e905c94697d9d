// safe: LMOVE hands an item over in one step
const Redis = require('ioredis');

const redis = new Redis();

async function work(queue, handle, { signal }) {
  const inProgress = `${queue}:in-progress`;
  while (!signal.aborted) {
    const text = await redis.blmove(queue, inProgress, 'LEFT', 'RIGHT', 5);
    if (text === null) continue;
    try {
      await handle(JSON.parse(text));
    } catch (error) {
      console.error('job failed', error);
      await redis.rpush(`${queue}:failed`, text);
    } finally {
      await redis.lrem(inProgress, 1, text);
    }
  }
}

module.exports = { work };
