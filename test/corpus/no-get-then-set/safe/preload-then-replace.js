// safe: keys are listed to remove the stale ones; each value comes from the database
import { createClient } from 'redis'

const client = createClient()

export async function reload(db) {
  const old = await client.hKeys('countries')
  const rows = await db.all('SELECT code, name FROM countries')
  const fresh = Object.fromEntries(rows.map((r) => [r.code, r.name]))
  await client.hSet('countries', fresh)
  const gone = old.filter((code) => !(code in fresh))
  if (gone.length) await client.hDel('countries', gone)
}
