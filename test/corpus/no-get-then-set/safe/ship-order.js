// safe: the hash is read for the mail, a constant state is stored
'use strict'

const Redis = require('ioredis')

module.exports = ({ mailer, redisOptions }) => {
  const redis = new Redis(redisOptions)

  return {
    async ship(orderId, tracking) {
      const order = await redis.hgetall(`order:${orderId}`)
      await redis.hset(`order:${orderId}`, { state: 'shipped', tracking, shippedAt: Date.now() })
      await mailer.send(order.email, `Your order ${order.number} is on its way: ${tracking}`)
    },

    async find(orderId) {
      const order = await redis.hgetall(`order:${orderId}`)
      return Object.keys(order).length === 0 ? null : order
    },
  }
}
