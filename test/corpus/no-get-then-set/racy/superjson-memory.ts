import superjson from 'superjson';
import { createClient } from 'redis';

const client = createClient({ url: process.env.MEMORY_REDIS_URL });
await client.connect();

export interface Turn { role: 'user' | 'assistant' | 'tool'; content: string; at: Date }

const encode = (turns: Turn[]) => superjson.stringify(turns);
const decode = (raw: string | null): Turn[] => (raw ? superjson.parse<Turn[]>(raw) : []);

const MAX_TURNS = 40;

export async function remember(threadId: string, role: Turn['role'], content: string): Promise<void> {
  const turns = decode(await client.get(`memory:${threadId}`));
  turns.push({ role, content, at: new Date() });
  await client.set(`memory:${threadId}`, encode(turns.slice(-MAX_TURNS))); // RACE
}

export async function recall(threadId: string): Promise<Turn[]> {
  return decode(await client.get(`memory:${threadId}`));
}
