const Redis = require('ioredis');
const redis = new Redis();

module.exports = async function onWebhook(req, res) {
  const eventId = req.headers['x-event-id'];
  const seen = await redis.sismember('webhooks:seen', eventId);
  if (seen) {
    return res.status(200).end();
  }
  await applyPayment(req.body);
  await redis.sadd('webhooks:seen', eventId); // RACE
  res.status(200).end();
};

async function applyPayment(body) {
  await redis.incrby(`balance:${body.account}`, body.amount);
}
