// safe: misses are cached as a marker, hits as loaded
import { createClient } from '@vercel/kv'

const kv = createClient({ url: process.env.KV_URL, token: process.env.KV_TOKEN })

const NOBODY = { nobody: true }

export const playerByTag = (api) => async (tag) => {
  const entry = await kv.get(`tag:${tag}`)
  if (entry?.nobody) return undefined
  if (entry) return entry

  const player = await api.search(tag)
  await (player
    ? kv.set(`tag:${tag}`, player, { ex: 3600 })
    : kv.set(`tag:${tag}`, NOBODY, { ex: 60 }))
  return player ?? undefined
}
