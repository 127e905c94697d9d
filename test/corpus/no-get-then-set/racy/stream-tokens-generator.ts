import { kv } from '@vercel/kv';

interface Usage { input: number; output: number }

export async function* metered(
  userId: string,
  source: AsyncIterable<{ text: string; tokens: number }>,
): AsyncGenerator<string> {
  let output = 0;
  for await (const chunk of source) {
    output += chunk.tokens;
    yield chunk.text;
  }
  const usage = (await kv.get<Usage>(`usage:${userId}`)) || { input: 0, output: 0 };
  usage.output += output;
  await kv.set(`usage:${userId}`, usage); // RACE
}
