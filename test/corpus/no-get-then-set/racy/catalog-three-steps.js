const redis = require('redis')

const shop = redis.createClient()
const up = shop.connect()

exports.rate = async (sku, stars) => {
  await up
  const before = await fetchSummary(sku)
  const after = summarize(before, stars)
  await storeSummary(sku, after) // RACE
  return after.average
}

function summarize(summary, stars) {
  const count = summary.count + 1
  const sum = summary.sum + stars
  return { count, sum, average: sum / count }
}

async function fetchSummary(sku) {
  const text = await shop.get(summaryKey(sku))
  if (!text) return { count: 0, sum: 0, average: 0 }
  return JSON.parse(text)
}

async function storeSummary(sku, summary) {
  await shop.set(summaryKey(sku), JSON.stringify(summary)) // RACE
}

function summaryKey(sku) {
  return 'rating-summary:' + sku
}
