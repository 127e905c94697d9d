// safe: polls one key, then writes a different one
const { createClient } = require('redis')

const client = createClient()

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

async function join(match, player, { timeoutMs = 30_000 } = {}) {
  if (!client.isOpen) await client.connect()
  const end = Date.now() + timeoutMs

  let state = await client.get(`match:${match}:state`)
  while (state !== 'ready') {
    if (Date.now() > end) throw new Error(`match ${match} is ${state || 'unknown'}`)
    await sleep(250)
    state = await client.get(`match:${match}:state`)
  }

  await client.set(`match:${match}:player:${player}`, 'joined', { EX: 3600 })
  return state
}

module.exports = { join }
