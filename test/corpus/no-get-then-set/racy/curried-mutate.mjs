import { createClient } from 'redis'

const client = await createClient({ url: process.env.REDIS_URL }).connect()

/** mutate('cart:1')((cart) => …) reads, changes and stores a document. */
export const mutate = (key) => async (change) => {
  const doc = JSON.parse((await client.get(key)) ?? '{}')
  const changed = await change(doc)
  await client.set(key, JSON.stringify(changed)) // RACE
  return changed
}

export const emptyCart = (id) => mutate(`cart:${id}`)(({ lines, ...cart }) => ({ ...cart, lines: [] }))

export const addGift = (id, gift) =>
  mutate(`cart:${id}`)((cart) => {
    cart.gifts = [...(cart.gifts ?? []), gift]
    return cart
  })
