import { createClient } from 'redis'

/**
 * @typedef {object} Verdict
 * @property {boolean} allowed
 * @property {number} retryAfter seconds
 */

export function slidingLog({ url, windowMs = 10_000, max = 20 }) {
  const connecting = createClient({ url }).connect()

  /** @returns {Promise<Verdict>} */
  return async function check(who) {
    const client = await connecting
    const now = Date.now()
    const recent = JSON.parse((await client.get('log:' + who)) || '[]').filter((t) => t > now - windowMs)

    if (recent.length >= max) {
      return { allowed: false, retryAfter: Math.ceil((recent[0] + windowMs - now) / 1000) }
    }

    await client.pSetEx('log:' + who, windowMs, JSON.stringify([...recent, now])) // RACE
    return { allowed: true, retryAfter: 0 }
  }
}
