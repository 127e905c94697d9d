// safe: settings are read, a job is pushed to a list
'use strict'
const redis = require('redis')
const client = redis.createClient()

async function enqueue (queue, payload) {
  const settings = JSON.parse(await client.get('queue-settings:' + queue) || '{"priority":0}')
  const job = { payload, priority: settings.priority, at: Date.now() }
  await client.lPush('queue:' + queue, JSON.stringify(job))
  return client.lLen('queue:' + queue)
}

module.exports = { enqueue }
