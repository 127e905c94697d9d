// safe: one-shot script, top-level code, nothing exported
import { createClient } from 'redis'

const client = await createClient({ url: process.argv[2] }).connect()

const key = 'settings:global'
const settings = JSON.parse((await client.get(key)) ?? '{}')
settings.schema = 4
delete settings.legacyTheme
await client.set(key, JSON.stringify(settings))

console.log('migrated', Object.keys(settings).length, 'settings')
await client.quit()
