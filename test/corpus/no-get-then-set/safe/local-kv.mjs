// safe: kv is a plain local Map filled in one go
import { readFile } from 'node:fs/promises'

export async function parseEnvFile(path) {
  const text = await readFile(path, 'utf8')
  const kv = new Map()

  for (const line of text.split('\n')) {
    const [name, ...rest] = line.split('=')
    if (!name || name.startsWith('#')) continue
    const value = rest.join('=').trim()
    const known = kv.get(name)
    kv.set(name, known === undefined ? value : `${known},${value}`)
  }
  return Object.fromEntries(kv)
}
