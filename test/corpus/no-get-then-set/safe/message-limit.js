// safe: INCR first, decide afterwards
import Redis from 'ioredis'

const redis = new Redis()

export const limitMessages =
  ({ perMinute = 30 } = {}) =>
  async (socket, next) => {
    const key = `messages:${socket.user}:${Math.floor(Date.now() / 60_000)}`
    const n = await redis.incr(key)
    if (n === 1) await redis.expire(key, 120)
    if (n > perMinute) return next(new Error('slow down'))
    socket.data.messagesLeft = perMinute - n
    next()
  }
