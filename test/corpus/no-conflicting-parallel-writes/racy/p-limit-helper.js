const pLimit = require('p-limit');
const { MongoClient } = require('mongodb');
const { embed } = require('./embed');

const client = new MongoClient(process.env.MONGO_URL);
const runs = client.db('lab').collection('runs');

async function measure(runId, model) {
  const vector = await embed(model);
  await runs.updateOne({ _id: runId }, { $set: { winner: model, norm: vector.length } }); // RACE
}

async function measureAll(runId, models) {
  const limit = pLimit(3);
  await Promise.all(models.map((model) => limit(() => measure(runId, model))));
}

module.exports = { measureAll };
