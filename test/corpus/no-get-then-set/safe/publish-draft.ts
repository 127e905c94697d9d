// safe: reads the draft key, writes the published key
import Redis from 'ioredis';

const redis = new Redis();

export async function publish(docId: string, editor: string) {
  const draft = await redis.get(`draft:${docId}`);
  if (!draft) throw new Error('nothing to publish');
  const doc = JSON.parse(draft);
  await redis.set(`published:${docId}`, JSON.stringify({ ...doc, publishedBy: editor, publishedAt: Date.now() }));
  await redis.del(`draft:${docId}`);
}
