// safe: reads from one server, writes to another
const Redis = require('ioredis');

const source = new Redis({ host: 'old-redis.internal' });
const target = new Redis({ host: 'new-redis.internal' });

async function migrate(pattern) {
  let cursor = '0';
  let moved = 0;
  do {
    const [next, keys] = await source.scan(cursor, 'MATCH', pattern, 'COUNT', 500);
    cursor = next;
    for (const key of keys) {
      const session = JSON.parse(await source.get(key));
      await target.set(key, JSON.stringify({ ...session, migrated: true }));
      moved++;
    }
  } while (cursor !== '0');
  return moved;
}

module.exports = migrate;
