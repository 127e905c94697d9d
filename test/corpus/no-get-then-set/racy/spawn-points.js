const { Redis: Client } = require('ioredis');

const world = new Client(6379, 'world-db');

exports.occupy = async (zone, player) => {
  const raw = await world.lindex(`zone:${zone}:spawns`, 0);
  const spawn = raw && JSON.parse(raw);
  if (!spawn) return null;

  spawn.players = (spawn.players || []).concat(player);
  spawn.full = spawn.players.length >= spawn.capacity;

  await world.lset(`zone:${zone}:spawns`, 0, JSON.stringify(spawn)); // RACE
  return spawn;
};

exports.describe = (zone) => world.lrange(`zone:${zone}:spawns`, 0, -1);
