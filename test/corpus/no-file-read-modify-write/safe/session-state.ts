// Safe: a queue for each conversation.
import { readFile, writeFile } from 'node:fs/promises';
const tails = new Map<string, Promise<unknown>>();
export function append(conversationId: string, message: object): Promise<void> {
  const before = tails.get(conversationId) ?? Promise.resolve();
  const run = before.then(async () => {
    const file = `/data/${conversationId}.json`;
    const messages = JSON.parse(await readFile(file, 'utf8'));
    messages.push(message);
    await writeFile(file, JSON.stringify(messages));
  });
  tails.set(conversationId, run.catch(() => {}));
  return run;
}
