// safe: callers of the helper pass ids of their own
import { Index } from '@upstash/vector';

const index = new Index();

async function write(id: string, text: string) {
  await index.upsert({ id, data: text });
}

export async function onMessage(message: { id: string; text: string }) {
  if (message.text.length === 0) return;
  await write(message.id, message.text);
}
