// safe: cache-aside as a promise chain
const Redis = require('ioredis');
const redis = new Redis();

exports.rates = (base, api) =>
  redis.get(`rates:${base}`).then((hit) => {
    if (hit) return JSON.parse(hit);
    return api.latest(base).then((rates) => redis.set(`rates:${base}`, JSON.stringify(rates), 'EX', 900).then(() => rates));
  });
