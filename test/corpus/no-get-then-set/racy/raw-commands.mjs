import { Redis } from 'ioredis'

const redis = new Redis({ host: process.env.KVROCKS_HOST, port: 6666 })

// A Redis-compatible server; only plain commands are used here.
export const mean = ({ sum, count }) => (count === 0 ? NaN : sum / count)

export async function accumulate(series, value) {
  if (!Number.isFinite(value)) throw new TypeError('value must be finite')

  const reply = await redis.call('GET', `series:${series}`)
  const { sum, count } = reply === null ? { sum: 0, count: 0 } : JSON.parse(reply)

  await redis.call('SET', `series:${series}`, JSON.stringify({ sum: sum + value, count: count + 1 })) // RACE
  return mean({ sum: sum + value, count: count + 1 })
}
