// safe: stores the reading of the sensor, the old one only serves for the report
const { createClient } = require('redis')

module.exports = async function makeIngest({ url, alarm }) {
  const client = createClient({ url })
  client.on('error', (error) => alarm('redis', error.message))
  await client.connect()

  return async function ingest({ sensor, celsius, at }) {
    const previous = await client.get(`sensor:${sensor}`)
    if (previous !== null && Math.abs(JSON.parse(previous).celsius - celsius) > 10) {
      alarm(sensor, `jumped from ${previous} to ${celsius}`)
    }
    await client.set(`sensor:${sensor}`, JSON.stringify({ celsius, at }))
  }
}
