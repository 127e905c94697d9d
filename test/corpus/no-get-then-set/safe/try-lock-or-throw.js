// safe: SET NX checked, 423 when busy, released with owner check in finally
const Redis = require('ioredis')
const crypto = require('crypto')
const redis = new Redis()

redis.defineCommand('unlock', {
  numberOfKeys: 1,
  lua: "if redis.call('get',KEYS[1])==ARGV[1] then return redis.call('del',KEYS[1]) else return 0 end"
})

module.exports = async function (req, res) {
  const lock = 'lock:form:' + req.params.id
  const token = crypto.randomBytes(12).toString('hex')
  const got = await redis.set(lock, token, 'PX', 5000, 'NX')
  if (!got) return res.status(423).json({ error: 'locked' })
  try {
    const form = JSON.parse(await redis.get('form:' + req.params.id) || '{"answers":{}}')
    Object.assign(form.answers, req.body)
    await redis.set('form:' + req.params.id, JSON.stringify(form))
    res.json(form)
  } finally {
    await redis.unlock(lock, token)
  }
}
