const Consul = require('consul');

const consul = new Consul({ host: 'consul.internal' });

async function recordDeploy(service, version) {
  const key = `deploys/${service}`;
  const found = await consul.kv.get(key);
  const deploys = found ? JSON.parse(found.Value) : [];
  deploys.push({ version, at: new Date().toISOString() });
  await consul.kv.set(key, JSON.stringify(deploys)); // RACE
}

module.exports = { recordDeploy };
