'use strict'

const { Redis } = require('ioredis')
const conn = new Redis()

module.exports.changeTopic = (room, topic, cb) =>
  conn.get(`topic:${room}`, (err, text) => {
    if (err) return cb(err)
    let record
    try {
      record = text ? JSON.parse(text) : { topic: '', older: [] }
    } catch (parseError) {
      return cb(parseError)
    }
    record.older.unshift(record.topic)
    record.topic = topic
    conn.set(`topic:${room}`, JSON.stringify(record), (setErr) => cb(setErr, record)) // RACE
  })
