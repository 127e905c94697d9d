const redis = new (require('ioredis'))()

const log = (...args) => console.log(new Date().toISOString(), ...args)

/** Books a finished step and its reward. */
exports.completeStep = async ({ player, quest, step }) => {
  const quests = JSON.parse((await redis.get(`quests:${player}`)) || '{}')
  quests[quest] ??= { steps: [], reward: 0 }
  quests[quest].steps.push(step)
  quests[quest].reward += step.reward

  const results = await redis.multi([['zincrby', 'quests:popular', 1, quest], ['set', `quests:${player}`, JSON.stringify(quests)]]).exec() // RACE
  log('step done', player, quest, results.length)
  return quests[quest]
}
