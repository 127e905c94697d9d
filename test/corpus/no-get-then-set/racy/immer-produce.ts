import { produce } from 'immer';
import Redis from 'ioredis';

interface Doc { blocks: { id: string; text: string }[]; rev: number }

const redis = new Redis();
const keyOf = (id: string) => `doc/${id}`;

export async function editBlock(docId: string, blockId: string, text: string) {
  const stored = await redis.get(keyOf(docId));
  if (!stored) return null;
  const doc = JSON.parse(stored) as Doc;
  const next = produce(doc, (draft) => {
    const block = draft.blocks.find((b) => b.id === blockId);
    if (block) block.text = text;
    draft.rev += 1;
  });
  await redis.set(keyOf(docId), JSON.stringify(next)); // RACE
  return next.rev;
}
