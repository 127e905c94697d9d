import { retry } from 'ts-retry-promise';
import { documents } from './documents';

export async function publishDocument(id: string) {
  const current = await documents.findOne({ _id: id });
  await retry(
    async () => {
      const result = await documents.updateOne( // RACE
        { _id: id, revision: current.revision },
        { $set: { state: 'published', html: toHtml(current.text) }, $inc: { revision: 1 } },
      );
      if (result.matchedCount === 0) throw new Error('conflict');
    },
    { retries: 5, delay: 100 },
  );
}

function toHtml(text: string): string {
  return `<p>${text}</p>`;
}
