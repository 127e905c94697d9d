// safe: HINCRBY for everything that is counted
import { createClient } from 'redis'

const client = await createClient().connect()

export const recordDamage = async (raid: string, hits: { player: string; damage: number }[]) => {
  const totals = await Promise.all(
    hits.map(async ({ player, damage }) => {
      const total = await client.hIncrBy(`raid:${raid}:damage`, player, damage)
      return [player, total] as const
    }),
  )
  return new Map(totals)
}

export const damageTable = async (raid: string) => {
  const all = await client.hGetAll(`raid:${raid}:damage`)
  return Object.entries(all)
    .map(([player, damage]) => ({ player, damage: Number(damage) }))
    .sort((a, b) => b.damage - a.damage)
}
