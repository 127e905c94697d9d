// safe: node-redis v4 executeIsolated gives an own connection, WatchError retried
const { createClient, WatchError } = require('redis');

const client = createClient();

exports.rename = async function rename(teamId, name) {
  const key = `team:${teamId}`;
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      return await client.executeIsolated(async (isolated) => {
        await isolated.watch(key);
        const team = JSON.parse((await isolated.get(key)) || '{"aliases":[]}');
        team.aliases.push(team.name);
        team.name = name;
        await isolated.multi().set(key, JSON.stringify(team)).exec();
        return team;
      });
    } catch (err) {
      if (err instanceof WatchError) continue;
      throw err;
    }
  }
  throw new Error('gave up');
};
