// safe: reads from one region and writes to another
const { createClient } = require('redis')

async function copyPlayers(ids, { from, to }) {
  const eu = createClient({ url: from })
  const us = createClient({ url: to })
  await Promise.all([eu.connect(), us.connect()])

  let copied = 0
  try {
    for (const id of ids) {
      const text = await eu.get(`player:${id}`)
      if (text === null) continue
      const player = JSON.parse(text)
      player.regions = [...(player.regions || []), 'us']
      await us.set(`player:${id}`, JSON.stringify(player))
      copied += 1
    }
  } finally {
    await Promise.all([eu.quit(), us.quit()])
  }
  return copied
}

module.exports = { copyPlayers }
