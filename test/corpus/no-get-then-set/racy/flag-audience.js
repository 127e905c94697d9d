'use strict'

const redis = require('redis')

const NAMESPACE = 'ff'
const path = (...parts) => [NAMESPACE, ...parts].join('/')

function FlagStore(options) {
  this.client = redis.createClient(options)
}

FlagStore.prototype.open = function () {
  return this.client.connect()
}

FlagStore.prototype.exclude = async function (flag, userId) {
  const text = await this.client.get(path(flag, 'excluded'))
  const excluded = text === null ? [] : text.split(',')
  const place = excluded.indexOf(userId)
  if (place >= 0) return excluded.length
  excluded.push(userId)
  await this.client.set(path(flag, 'excluded'), excluded.join(',')) // RACE
  return excluded.length
}

FlagStore.prototype.close = function () {
  return this.client.quit()
}

module.exports = FlagStore
