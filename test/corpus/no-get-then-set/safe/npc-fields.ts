// safe: reads the field "base", writes the field "effective"
import Redis from 'ioredis'

const client = new Redis()

/** Works out what the buffs of the moment make of the base strength. */
export const refreshStats = async (npc: string, buffs: number[]) => {
  const base = Number((await client.hget(`npc:${npc}`, 'base')) ?? 10)
  const effective = buffs.reduce((sum, buff) => sum + buff, base)
  await client.hset(`npc:${npc}`, 'effective', effective)
  await client.hset(`npc:${npc}`, { refreshedAt: Date.now() })
  return effective
}

export const setBase = (npc: string, base: number) => client.hset(`npc:${npc}`, 'base', base)
