// safe: ids that nobody else has
const { nanoid } = require('nanoid');
const { ulid } = require('ulid');
const { ChromaClient } = require('chromadb');

class Memory {
  constructor() {
    this.client = new ChromaClient({ path: 'http://localhost:8000' });
  }

  async save(texts) {
    const collection = await this.client.getOrCreateCollection({ name: 'memory' });
    const ids = [];
    texts.forEach(() => ids.push(ulid()));
    await collection.upsert({ ids, documents: texts });
    await collection.upsert({ ids: texts.map((_, i) => `${nanoid()}-${i}`), documents: texts });
  }
}

module.exports = Memory;
