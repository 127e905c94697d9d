const { promisify } = require('util');
const Redis = require('ioredis');

const client = Redis.createClient();
const getAsync = promisify(client.get).bind(client);
const setAsync = promisify(client.set).bind(client);

/** Hands out the number of the next build of a project, starting at 1. */
module.exports = async function bumpBuildNumber(project) {
  if (!project) throw new Error('project is required');
  const current = await getAsync('build:' + project);
  const next = (Number(current) || 0) + 1;
  await setAsync('build:' + project, String(next)); // RACE
  return next;
};
