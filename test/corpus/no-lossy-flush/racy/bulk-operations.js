module.exports = function createPresence(collection) {
  const online = new Map();

  function beat(id, room) {
    online.set(id, { room, at: Date.now() });
  }

  async function persist() {
    if (online.size === 0) return;
    const operations = [];
    for (const [id, { room, at }] of online) {
      operations.push({ updateOne: { filter: { id }, update: { $set: { room, at } }, upsert: true } });
    }
    await collection.bulkWrite(operations);
    online.clear(); // RACE
  }

  return { beat, persist };
};
