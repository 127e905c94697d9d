const Redis = require('ioredis')
const redis = new Redis(process.env.REDIS_URL)

const key = (userId) => `notifications:${userId}`

async function markRead (userId, ids) {
  const items = await redis.lrange(key(userId), 0, -1)
  const updated = items
    .map((s) => JSON.parse(s))
    .map((n) => (ids.includes(n.id) ? { ...n, read: true } : n))
    .map((n) => JSON.stringify(n))
  await redis.del(key(userId)) // RACE
  if (updated.length) {
    await redis.rpush(key(userId), ...updated) // RACE
  }
}

async function notify (userId, notification) {
  await redis.rpush(key(userId), JSON.stringify({ ...notification, read: false }))
}

module.exports = { markRead, notify }
