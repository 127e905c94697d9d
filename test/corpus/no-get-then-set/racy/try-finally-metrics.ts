import { Histogram } from 'prom-client';
import Redis from 'ioredis';

const redis = new Redis();
const timing = new Histogram({ name: 'merge_seconds', help: 'time to merge a draft' });

interface Draft { rev: number; body: Record<string, string> }

export async function mergeDraft(docId: string, fields: Record<string, string>): Promise<Draft> {
  const end = timing.startTimer();
  try {
    const raw = await redis.get(`draft:${docId}`);
    const draft: Draft = raw ? JSON.parse(raw) : { rev: 0, body: {} };
    Object.assign(draft.body, fields);
    draft.rev++;
    await redis.set(`draft:${docId}`, JSON.stringify(draft)); // RACE
    return draft;
  } catch (err) {
    throw new Error(`could not merge ${docId}`, { cause: err });
  } finally {
    end();
  }
}
