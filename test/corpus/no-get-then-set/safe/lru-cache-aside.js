// A cache that is filled on a miss
const { LRUCache } = require('lru-cache');

const cache = new LRUCache({ max: 500, ttl: 60_000 });

exports.getUser = async function getUser(db, id) {
  const hit = cache.get(id);
  if (hit) {
    return hit;
  }
  const user = await db.users.findById(id);
  cache.set(id, user);
  return user;
};
