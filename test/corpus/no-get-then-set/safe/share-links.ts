// safe: a new id for every link
import { nanoid } from 'nanoid'
import { Redis } from '@upstash/redis'

const redis = Redis.fromEnv()

interface Cart {
  lines: { sku: string; qty: number }[]
}

/** Makes a link under which friends see a copy of the cart as it is now. */
export async function shareCart(cartId: string): Promise<string> {
  const cart = await redis.get<Cart>(`cart:${cartId}`)
  if (!cart || cart.lines.length === 0) throw new Error('nothing to share')

  const id = nanoid()
  await redis.set(`shared-cart:${id}`, { ...cart, sharedAt: Date.now() }, { ex: 7 * 86_400 })
  return `https://shop.example.com/s/${id}`
}
