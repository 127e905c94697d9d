// safe: SET IFEQ with the result checked, retried from a fresh read
import { createClient } from 'redis';

const client = createClient();

export async function appendNote(caseId: string, note: string): Promise<void> {
  const key = `case:${caseId}:notes`;
  for (let i = 0; i < 10; i++) {
    const before = await client.get(key);
    if (before === null) {
      const created = await client.set(key, JSON.stringify([note]), { condition: 'NX' });
      if (created === 'OK') return;
      continue;
    }
    const notes: string[] = JSON.parse(before);
    const res = await client.set(key, JSON.stringify([...notes, note]), { condition: 'IFEQ', matchValue: before });
    if (res !== null) return;
  }
  throw new Error(`could not append to ${caseId}`);
}
