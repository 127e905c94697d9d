const { MongoClient } = require('mongodb')

const client = new MongoClient(process.env.MONGO_URL)
let db

function connect() {
  return client.connect().then((c) => c.db('shop'))
}

module.exports = function getDb() {
  if (!db) {
    return connect().then((opened) => {
      db = opened // RACE
      return db
    })
  }
  return Promise.resolve(db)
}
