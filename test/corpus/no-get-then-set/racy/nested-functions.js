const Redis = require('ioredis')

function createChatRoom (roomId, redis = new Redis()) {
  const key = `room:${roomId}:members`

  async function readMembers () {
    const json = await redis.get(key)
    return json ? JSON.parse(json) : []
  }

  async function writeMembers (members) {
    await redis.set(key, JSON.stringify(members)) // RACE
  }

  return {
    async enter (nick) {
      const members = await readMembers()
      if (members.some((m) => m.nick === nick)) throw new Error('nick in use')
      members.push({ nick, since: Date.now() })
      await writeMembers(members) // RACE
    },
    async leave (nick) {
      const members = await readMembers()
      await writeMembers(members.filter((m) => m.nick !== nick)) // RACE
    }
  }
}

module.exports = { createChatRoom }
