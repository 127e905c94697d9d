const Promise = require('bluebird');
const redis = require('redis');

Promise.promisifyAll(redis.RedisClient.prototype);

const client = redis.createClient(process.env.REDIS_URL);

exports.rate = (film, stars) =>
  client.getAsync(`ratings:${film}`).then((text) => {
    const ratings = text ? JSON.parse(text) : [];
    return client.setAsync(`ratings:${film}`, JSON.stringify(ratings.concat(stars))); // RACE
  });
