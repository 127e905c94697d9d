// safe: the script does check and change, EVALSHA runs it
const redis = require('redis')

const SCRIPT = `
  local left = tonumber(redis.call('HGET', KEYS[1], 'available') or '0')
  local qty = tonumber(ARGV[1])
  if left < qty then return -1 end
  redis.call('HSET', KEYS[1], 'available', left - qty)
  return left - qty
`

class Stock {
  constructor(url) {
    this.client = redis.createClient({ url })
  }

  async open() {
    await this.client.connect()
    this.sha = await this.client.scriptLoad(SCRIPT)
  }

  async reserve(sku, qty) {
    const left = await this.client.evalSha(this.sha, { keys: [`stock:${sku}`], arguments: [String(qty)] })
    if (left === -1) throw new Error(`out of stock: ${sku}`)
    return left
  }

  async available(sku) {
    return Number((await this.client.hGet(`stock:${sku}`, 'available')) ?? 0)
  }
}

module.exports = Stock
