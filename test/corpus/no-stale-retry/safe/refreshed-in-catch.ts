// safe: the catch reads again what the next try writes
import { updateDocument, fetchDocument, type Document } from './documents';

export async function rename(id: string, title: string): Promise<Document> {
  let document = await fetchDocument(id);
  for (let attempt = 0; ; attempt++) {
    try {
      return await updateDocument(id, { ...document, title }, document.version);
    } catch (error: any) {
      if (error.status !== 409 || attempt === 5) throw error;
      document = await fetchDocument(id);
    }
  }
}
