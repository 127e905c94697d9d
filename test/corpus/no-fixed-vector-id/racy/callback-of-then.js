const { ChromaClient } = require('chromadb');
const chroma = new ChromaClient();
module.exports.saveMany = (texts) =>
  chroma.getOrCreateCollection({ name: 'notes' }).then((collection) => {
    const ids = [];
    const documents = [];
    texts.forEach((t, i) => {
      ids.push(`note${i}`);
      documents.push(t);
    });
    return collection.upsert({ ids, documents }); // RACE
  });
