import type { RedisClientType } from 'redis'

type Line = { sku: string; qty: number }
type Args = { client: RedisClientType; cartId: string; sku: string; qty?: number }

const CART_TTL = 60 * 60 * 24 * 14

export const putInCart = async ({ client, cartId, sku, qty = 1 }: Args): Promise<Line[]> => {
  const saved = await client.get(`cart/${cartId}`)
  const lines = new Map<string, number>(saved ? JSON.parse(saved) : [])

  lines.set(sku, (lines.get(sku) ?? 0) + qty)

  await client.set(`cart/${cartId}`, JSON.stringify([...lines]), { // RACE
    expiration: { type: 'EX', value: CART_TTL },
  })

  return Array.from(lines, ([s, q]) => ({ sku: s, qty: q }))
}
