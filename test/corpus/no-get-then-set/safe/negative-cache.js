// safe: negative caching, value from the database
const Redis = require('ioredis')
const redis = new Redis()

const MISSING = '\u0000'

module.exports = (db) => async function findUser (email) {
  const k = 'user-by-email:' + email
  const cached = await redis.get(k)
  if (cached === MISSING) return null
  if (cached) return JSON.parse(cached)

  const user = await db.users.findOne({ email })
  if (!user) {
    await redis.set(k, MISSING, 'EX', 30)
    return null
  }
  await redis.set(k, JSON.stringify(user), 'EX', 600)
  return user
}
