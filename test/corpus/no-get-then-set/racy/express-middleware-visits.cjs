'use strict'

const { createClient } = require('redis')

module.exports = function visitCounter(opts) {
  const client = createClient({ url: opts.url })
  client.connect()

  return async function (req, res, next) {
    try {
      const raw = await client.get('visits:' + req.path)
      const stat = raw ? JSON.parse(raw) : { hits: 0, agents: {} }
      const ua = req.get('user-agent') || 'unknown'
      stat.hits++
      stat.agents[ua] = (stat.agents[ua] || 0) + 1
      await client.set('visits:' + req.path, JSON.stringify(stat)) // RACE
      next()
    } catch (err) {
      next(err)
    }
  }
}
