// safe: the key belongs to this run only, its id is made here
import { randomUUID } from 'node:crypto'
import { createClient } from 'redis'

type Ask = (prompt: string) => Promise<string>

const client = createClient()

export const refine = async (topic: string, ask: Ask, rounds = 3): Promise<string> => {
  if (!client.isOpen) await client.connect()
  const draftKey = `draft:${randomUUID()}`
  await client.set(draftKey, await ask(`Write about ${topic}`), { EX: 600 })

  for (let round = 0; round < rounds; round++) {
    const draft = (await client.get(draftKey)) ?? ''
    await client.set(draftKey, await ask(`Improve this text:\n${draft}`), { EX: 600 })
  }

  return (await client.getDel(draftKey)) ?? ''
}
