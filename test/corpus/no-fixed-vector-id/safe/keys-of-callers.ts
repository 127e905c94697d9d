// safe: message ids, addresses and turns of a session
import { Pinecone } from '@pinecone-database/pinecone';
const pc = new Pinecone();
export async function handler(event: { Records: { body: string; messageId: string }[] }) {
  const idx = pc.index('events').namespace('prod');
  await idx.upsert(event.Records.map((r) => ({ id: r.messageId, values: JSON.parse(r.body).v })));
}
export async function saveUser(user: { email: string }, values: number[]) {
  await pc.index('users').upsert([{ id: user.email.toLowerCase(), values, metadata: { type: 'user' } }]);
}
export async function saveTurn(sessionId: string, turn: number, values: number[]) {
  await pc.index('turns').upsert([{ id: `${sessionId}:${turn}`, values }]);
}
