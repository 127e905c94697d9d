import { createClient } from 'redis'

const client = createClient({ url: process.env.REDIS_URL })
client.on('error', (err) => console.error('redis', err))
await client.connect()

const DAY = 24 * 60 * 60

export async function follow(code) {
  const target = await client.hGet('links', code)
  if (target === null || target === undefined) return null

  const clicksKey = 'clicks:' + code
  const clicks = +((await client.get(clicksKey)) ?? 0)
  await client.setEx(clicksKey, DAY, `${clicks + 1}`) // RACE

  return target
}
