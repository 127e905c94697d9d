import fp from 'fastify-plugin'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Redis } from 'ioredis'

export interface QuotaOptions {
  url: string
  perDay: number
}

async function quotaPlugin(app: FastifyInstance, opts: QuotaOptions) {
  const redis = new Redis(opts.url, { lazyConnect: true })
  await redis.connect()

  app.addHook('onClose', async () => {
    await redis.quit()
  })

  app.addHook('preHandler', async (request: FastifyRequest, reply: FastifyReply) => {
    const apiKey = request.headers['x-api-key'] as string
    const k = `quota:${apiKey}:${new Date().toISOString().slice(0, 10)}`
    const used = parseInt((await redis.get(k)) ?? '0', 10)
    if (used >= opts.perDay) {
      return reply.code(429).send({ error: 'quota exceeded' })
    }
    await redis.set(k, used + 1, 'EX', 86400) // RACE
  })
}

export default fp(quotaPlugin, { name: 'quota' })
