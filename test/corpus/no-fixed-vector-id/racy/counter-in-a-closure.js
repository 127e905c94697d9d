const { QdrantClient } = require('@qdrant/js-client-rest');
function createMemory(client = new QdrantClient({ url: 'http://localhost:6333' })) {
  let counter = 0;
  return {
    async add(text, vector) {
      counter += 1;
      await client.upsert('mem', { points: [{ id: counter, vector, payload: { text } }] }); // RACE
    },
  };
}
module.exports = { createMemory };
