const { ChromaClient } = require('chromadb');

class Memory {
  constructor() {
    this.client = new ChromaClient({ path: 'http://localhost:8000' });
  }

  async save(texts) {
    const collection = await this.client.getOrCreateCollection({ name: 'memory' });
    const ids = [];
    const documents = [];
    texts.forEach((text, i) => {
      ids.push(`mem${i}`);
      documents.push(text);
    });
    await collection.upsert({ ids, documents }); // RACE
  }
}

module.exports = Memory;
