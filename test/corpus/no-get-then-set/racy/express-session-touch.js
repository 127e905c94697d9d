const session = require('express-session')
const Redis = require('ioredis')

class RedisSessionStore extends session.Store {
  constructor(options = {}) {
    super()
    this.prefix = options.prefix || 'sess:'
    this.ttl = options.ttl || 86400
    this.client = options.client instanceof Redis ? options.client : new Redis(options.redis)
  }

  async get(sid, cb) {
    try {
      const data = await this.client.get(this.prefix + sid)
      cb(null, data ? JSON.parse(data) : null)
    } catch (err) {
      cb(err)
    }
  }

  async appendFlash(sid, kind, text, cb) {
    try {
      const data = await this.client.get(this.prefix + sid)
      if (!data) return cb(new Error('no session'))
      const sess = JSON.parse(data)
      sess.flash = sess.flash || {}
      sess.flash[kind] = (sess.flash[kind] || []).concat(text)
      await this.client.setex(this.prefix + sid, this.ttl, JSON.stringify(sess)) // RACE
      cb(null, sess.flash)
    } catch (err) {
      cb(err)
    }
  }
}

module.exports = RedisSessionStore
