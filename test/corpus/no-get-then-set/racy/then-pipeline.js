import Redis from 'ioredis';

const redis = new Redis();

const decode = (text) => (text === null ? [] : text.split('|'));
const encode = (list) => list.join('|');
const without = (item) => (list) => list.filter((x) => x !== item);

/** Takes an item out of the bag of a player. */
export const drop = (player, item) =>
  redis
    .get(`bag:${player}`)
    .then(decode)
    .then(without(item))
    .then(encode)
    .then((bag) => redis.set(`bag:${player}`, bag)) // RACE
    .catch((error) => {
      console.error('drop failed', { player, item, error });
      throw error;
    });
