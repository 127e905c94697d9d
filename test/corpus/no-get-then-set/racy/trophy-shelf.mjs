import { Redis } from '@upstash/redis/cloudflare'

export default {
  async fetch(request, env) {
    const redis = Redis.fromEnv(env)
    const { player, trophy } = await request.json()

    const shelf = await redis.get(`trophies:${player}`)
    const next = shelf ? [...new Set([...shelf, trophy])] : [trophy]

    const p = redis.pipeline()
    p.incr('trophies:handed-out')
    p.set(`trophies:${player}`, next) // RACE
    await p.exec()

    return Response.json(next)
  },
}
