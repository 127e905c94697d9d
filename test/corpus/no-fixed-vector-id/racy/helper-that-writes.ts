import { Index } from '@upstash/vector';

const index = new Index();

async function write(id: string, text: string) {
  await index.upsert({ id, data: text }); // RACE
}

export async function onMessage(message: string) {
  if (message.length === 0) return;
  await write('last-message', message);
}
