// safe: SADD tells whether the id is new
const Redis = require('ioredis');
const redis = new Redis();

module.exports = async function onWebhook(req, res) {
  const isNew = await redis.sadd('webhooks:seen', req.headers['x-event-id']);
  if (!isNew) return res.status(200).end();
  await redis.incrby(`balance:${req.body.account}`, req.body.amount);
  res.status(200).end();
};
