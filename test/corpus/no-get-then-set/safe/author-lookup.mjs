// safe: negative caching, every stored value is a constant or loaded
import { createClient } from 'redis'

const MISSING = '__missing__'

export async function makeAuthorLookup(db, url) {
  const cache = await createClient({ url }).connect()

  return async function authorByHandle(handle) {
    const cached = await cache.get(`author:${handle}`)
    if (cached === MISSING) return null
    if (cached !== null) return JSON.parse(cached)

    const author = await db.findAuthor(handle)
    if (!author) {
      await cache.set(`author:${handle}`, MISSING, { EX: 30 })
      return null
    }
    await cache.set(`author:${handle}`, JSON.stringify(author), { EX: 300 })
    return author
  }
}
