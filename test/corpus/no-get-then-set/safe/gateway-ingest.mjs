// safe: every write stores what the gateway sent
import Redis from 'ioredis'

const redis = new Redis(process.env.REDIS_URL, { enableAutoPipelining: true })

const decode = (frame) => ({
  device: frame.subarray(0, 8).toString('hex'),
  battery: frame.readUInt8(8),
  watts: frame.readUInt16BE(9),
})

export async function onFrame(frame) {
  if (frame.length < 11) return
  const { device, battery, watts } = decode(frame)
  await Promise.all([
    redis.hset(`device:${device}`, { battery, watts, seen: Date.now() }),
    redis.set(`device:${device}:alive`, '1', 'EX', 90),
    redis.xadd(`device:${device}:history`, 'MAXLEN', '~', 1000, '*', 'w', watts),
  ])
}
