import { ClassicLevel } from 'classic-level';

export function createIndex(location) {
  const db = new ClassicLevel(location, { valueEncoding: 'json' });

  return {
    async add(term, documentId) {
      let postings;
      try {
        postings = await db.get(`term:${term}`);
      } catch (error) {
        if (error.code !== 'LEVEL_NOT_FOUND') throw error;
        postings = [];
      }
      await db.batch([ // RACE
        { type: 'put', key: `term:${term}`, value: [...postings, documentId] },
        { type: 'put', key: `doc:${documentId}`, value: true },
      ]);
    },
  };
}
