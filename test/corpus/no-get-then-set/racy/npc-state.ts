import Redis from 'ioredis'

const client = new Redis()

type Mood = { anger: number; fear: number; seenBy: string[] }

const npcStore = {
  read: async (npc: string): Promise<Mood> => {
    const stored = await client.hget('npc', npc)
    return stored ? JSON.parse(stored) : { anger: 0, fear: 0, seenBy: [] }
  },
  write: (npc: string, mood: Mood) => client.hset('npc', npc, JSON.stringify(mood)), // RACE
}

export const provoke = async (npc: string, player: string, amount: number) => {
  const mood = await npcStore.read(npc)
  mood.anger = Math.min(100, mood.anger + amount)
  mood.seenBy = mood.seenBy.includes(player) ? mood.seenBy : [...mood.seenBy, player]
  await npcStore.write(npc, mood) // RACE
  return mood.anger >= 80 ? 'attack' : 'growl'
}
