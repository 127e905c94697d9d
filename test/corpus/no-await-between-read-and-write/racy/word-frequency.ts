import { stem } from './stemmer.js'

const frequency = new Map<string, number>()

export async function count(word: string): Promise<void> {
  const n = frequency.get(word) ?? 0
  const key = await stem(word)
  if (key !== word) return
  frequency.set(word, n + 1) // RACE
}

export function top(limit: number): [string, number][] {
  return [...frequency.entries()].sort((a, b) => b[1] - a[1]).slice(0, limit)
}
