const { promisify } = require('node:util');
const redis = require('redis');

const client = redis.createClient();
const incr = promisify(client.incr).bind(client);

module.exports.count = async (page) => {
  let left = 3;
  while (left-- > 0) {
    try {
      return await incr(`views:${page}`); // RACE
    } catch (error) {
      if (left === 0) throw error;
    }
  }
};
