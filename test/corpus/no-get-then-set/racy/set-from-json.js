const { createClient } = require('redis')

module.exports = async function createBlocklist (url) {
  const client = createClient({ url })
  await client.connect()

  return {
    async block (ip) {
      const ips = new Set(JSON.parse(await client.get('blocked_ips') || '[]'))
      ips.add(ip)
      await client.set('blocked_ips', JSON.stringify([...ips])) // RACE
      return ips.size
    },
    async isBlocked (ip) {
      return JSON.parse(await client.get('blocked_ips') || '[]').includes(ip)
    }
  }
}
