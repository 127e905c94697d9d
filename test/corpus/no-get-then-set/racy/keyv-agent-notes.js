const Keyv = require('keyv');

const store = new Keyv({ namespace: 'notes', ttl: 3_600_000 });

async function addNote(agentId, note) {
  const notes = (await store.get(agentId)) || [];
  notes.push({ note, at: Date.now() });
  await store.set(agentId, notes); // RACE
}

module.exports = { addNote };
