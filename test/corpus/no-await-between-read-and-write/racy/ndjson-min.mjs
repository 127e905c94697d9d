import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { distance } from './geo.mjs'

const nearest = { km: Infinity, place: null }

async function feed(file, origin) {
  const lines = createInterface({ input: createReadStream(file) })
  for await (const line of lines) {
    const place = JSON.parse(line)
    nearest.km = Math.min(nearest.km, await distance(origin, place)) // RACE
  }
}

export default async function nearestOf(files, origin) {
  await Promise.all(files.map((file) => feed(file, origin)))
  return nearest.km
}
