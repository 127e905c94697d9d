const Redis = require('ioredis');

const redis = new Redis.Cluster([{ host: 'redis-1', port: 6379 }]);

exports.compact = (shard, compact) =>
  redis.set(`compact:${shard}:lock`, '1', 'NX').then((reply) => { // RACE
    if (reply === null) return undefined;
    return compact(shard).finally(() => redis.del(`compact:${shard}:lock`));
  });
