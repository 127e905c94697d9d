// safe: old price is served while a claimed refresh stores one from the shop's API
import Redis from 'ioredis'

const redis = new Redis()
const FRESH = 30_000

const fetchPrice = async (sku) => {
  const res = await fetch(`https://prices.example.com/${sku}`)
  if (!res.ok) throw new Error(`price service: ${res.status}`)
  return (await res.json()).cents
}

async function refresh(sku) {
  const mine = await redis.set(`price:${sku}:refreshing`, '1', 'EX', 10, 'NX')
  if (mine !== 'OK') return
  const cents = await fetchPrice(sku)
  await redis.set(`price:${sku}`, JSON.stringify({ cents, at: Date.now() }))
}

export async function price(sku) {
  const text = await redis.get(`price:${sku}`)
  if (text === null) {
    const cents = await fetchPrice(sku)
    await redis.set(`price:${sku}`, JSON.stringify({ cents, at: Date.now() }))
    return cents
  }
  const { cents, at } = JSON.parse(text)
  if (Date.now() - at > FRESH) refresh(sku).catch((e) => console.error(e))
  return cents
}
