import readline from 'node:readline'
import Redis from 'ioredis'

const redis = new Redis()

async function* parse(stream) {
  for await (const line of readline.createInterface({ input: stream })) {
    const [level, ...rest] = line.split(' ')
    if (level) yield { level, message: rest.join(' ') }
  }
}

export async function digest(stream, service) {
  let lines = 0
  for await (const { level } of parse(stream)) {
    const seen = Number(await redis.hget(`digest:${service}`, level)) || 0
    await redis.hset(`digest:${service}`, level, seen + 1) // RACE
    lines += 1
  }
  return lines
}
