import { request } from './gateway.js';

class DocumentStore {
  async load(id) {
    return request('GET', id);
  }

  async save(id, document) {
    await request('PUT', id, document);
  }
}

const documents = new DocumentStore();

export async function rename(id, title) {
  const document = await documents.load(id);
  document.title = title;
  document.revision += 1;
  await documents.save(id, document); // RACE
}
