// safe: GETDEL takes the value away, INCRBY adds it elsewhere
import { createClient } from 'redis'

const client = createClient()
await client.connect()

export async function flushClicks(code) {
  const pending = await client.getDel(`clicks:pending:${code}`)
  if (pending === null) return 0
  const n = Number(pending)
  await client.incrBy(`clicks:total:${code}`, n)
  return n
}

export const click = (code) => client.incr(`clicks:pending:${code}`)
