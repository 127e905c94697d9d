import { Redis } from '@upstash/redis'

export type Turn = { role: 'user' | 'assistant' | 'tool'; content: string; tokens: number }

const WINDOW = 4_000

export class ConversationMemory {
  private readonly db = Redis.fromEnv()

  constructor(private readonly threadId: string) {}

  private get memoryKey() {
    return `thread:${this.threadId}:turns`
  }

  async add(...turns: Turn[]) {
    const earlier: Turn[] = (await this.db.get<Turn[]>(this.memoryKey)) ?? []
    let all = [...earlier, ...turns]
    while (all.reduce((sum, t) => sum + t.tokens, 0) > WINDOW) {
      all = all.slice(1)
    }
    await this.db.set(this.memoryKey, all) // RACE
    return all
  }
}
