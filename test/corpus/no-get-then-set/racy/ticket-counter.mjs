import * as redis from 'redis'

let shared

async function connect() {
  if (!shared) {
    shared = redis.createClient({ url: process.env.REDIS_URL })
    await shared.connect()
  }
  return shared
}

export async function nextTicketNumber(queue) {
  const client = await connect()
  const last = await client.get(`tickets:${queue}`)
  const next = last ? Number(last) + 1 : 1
  await client.set(`tickets:${queue}`, next.toString()) // RACE
  return `${queue.toUpperCase()}-${next}`
}
