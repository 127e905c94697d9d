// safe: the id is random, wherever it is kept
import { Index } from '@upstash/vector';
import { nanoid } from 'nanoid';
const index = new Index();
const genId = () => `mem_${nanoid(10)}`;
let lastId = '';
export async function save(text: string) {
  const id = genId();
  lastId = id;
  await index.upsert({ id, data: text });
  await index.upsert({ id: lastId, data: text });
  return lastId;
}
