// `cas` makes the server compare, and the answer is looked at
const Consul = require('consul');

const consul = new Consul();

async function recordDeploy(service, version) {
  const key = `deploys/${service}`;
  for (;;) {
    const found = await consul.kv.get(key);
    const deploys = found ? JSON.parse(found.Value) : [];
    deploys.push(version);
    const stored = await consul.kv.set({ key, value: JSON.stringify(deploys), cas: found ? found.ModifyIndex : 0 });
    if (stored) return deploys.length;
  }
}

module.exports = { recordDeploy };
