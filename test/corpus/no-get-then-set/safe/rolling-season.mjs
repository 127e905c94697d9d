// safe: reads the table of the old season, creates the one of the new
import { Redis } from 'ioredis'

const redis = new Redis()

const tableOf = (season) => `season:${season}:table`

/** Half of the points of the finished season are the start of the next. */
export async function carryOver(finished, next) {
  const rows = await redis.hgetall(tableOf(finished))
  const start = {}
  for (const [player, points] of Object.entries(rows)) {
    start[player] = Math.floor(Number(points) / 2)
  }
  if (Object.keys(start).length > 0) {
    await redis.hset(tableOf(next), start)
  }
  return start
}
