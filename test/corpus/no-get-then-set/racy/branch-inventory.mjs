import { Redis } from '@upstash/redis'

const redis = new Redis({
  url: process.env.UPSTASH_REDIS_REST_URL,
  token: process.env.UPSTASH_REDIS_REST_TOKEN,
})

export async function returnBooks(branch, isbns) {
  await Promise.all(
    isbns.map(async (isbn) => {
      const copies = await redis.get(`branch:${branch}:copies:${isbn}`)
      await redis.set(`branch:${branch}:copies:${isbn}`, (copies ?? 0) + 1) // RACE
    }),
  )
  return { returned: isbns.length }
}
