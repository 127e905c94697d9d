const redis = require('redis')

const shadows = redis.createClient({ url: process.env.SHADOW_REDIS, name: 'shadows' })
shadows.on('error', (e) => process.emitWarning(e.message))

const isObject = (v) => v !== null && typeof v === 'object' && !Array.isArray(v)

function deepMerge(target, patch) {
  const out = structuredClone(target)
  for (const name in patch) {
    out[name] = isObject(patch[name]) && isObject(out[name]) ? deepMerge(out[name], patch[name]) : patch[name]
  }
  return out
}

module.exports = {
  connect: () => shadows.connect(),

  async report(deviceId, patch) {
    const doc = await shadows.GET(`shadow:${deviceId}`)
    const merged = deepMerge(doc ? JSON.parse(doc) : {}, { reported: patch })
    await shadows.SET(`shadow:${deviceId}`, JSON.stringify(merged)) // RACE
    return merged
  },
}
