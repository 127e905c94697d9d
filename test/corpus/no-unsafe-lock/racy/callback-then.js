import Redis from 'ioredis';
import { importRows } from './rows.js';

const redis = new Redis();

export function importFile(name) {
  const lockKey = `import-lock:${name}`;
  return redis.setnx(lockKey, '1').then((got) => { // RACE
    if (!got) return false;
    return importRows(name)
      .then(() => true)
      .finally(() => redis.del(lockKey));
  });
}
