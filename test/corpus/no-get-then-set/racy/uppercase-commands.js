import { createClient } from 'redis'

const client = createClient()
await client.connect()

export const bumpBuild = async (project) => {
  const build = Number((await client.HGET('builds', project)) ?? 0) + 1
  await client.HSET('builds', project, String(build)) // RACE
  return `${project}-${String(build).padStart(5, '0')}`
}
