let clientPromise

const getClient = () => {
  clientPromise ??= import('ioredis').then(({ Redis }) => new Redis(process.env.REDIS_URL))
  return clientPromise
}

const keyOf = ({ region, season }) => `champions:${region}:${season}`

export async function crown(scope, player) {
  const client = await getClient()
  const champions = (await client.get(keyOf(scope)))?.split(';') ?? []

  if (champions.at(-1) === player) return champions.length

  champions.push(player)
  await client.set(keyOf(scope), champions.join(';')) // RACE
  return champions.length
}
