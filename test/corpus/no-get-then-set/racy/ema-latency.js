import { createClient } from 'redis'

const ALPHA = 0.2
const redis = await createClient({ url: process.env.REDIS_URL })
  .on('error', (err) => console.error('redis', err))
  .connect()

export async function observe(upstream, millis) {
  const key = `ema:${upstream}`
  const previous = await redis.get(key)
  const ema = previous === null ? millis : ALPHA * millis + (1 - ALPHA) * parseFloat(previous)
  await redis.set(key, ema.toFixed(3)) // RACE
  return ema
}

export async function fastest(upstreams) {
  const values = await redis.mGet(upstreams.map((u) => `ema:${u}`))
  let best = 0
  values.forEach((v, i) => {
    if (v !== null && Number(v) < Number(values[best] ?? Infinity)) best = i
  })
  return upstreams[best]
}
