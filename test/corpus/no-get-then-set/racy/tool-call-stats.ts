import { z } from 'zod';
import { createClient } from 'redis';

declare function tool<I extends z.ZodType>(spec: {
  description: string;
  parameters: I;
  execute: (input: z.infer<I>) => Promise<unknown>;
}): unknown;

export async function buildTools(redisUrl: string) {
  const memory = createClient({ url: redisUrl });
  await memory.connect();

  return {
    saveContact: tool({
      description: 'Adds a person to the address book that all agents share.',
      parameters: z.object({ name: z.string(), email: z.string().email() }),
      execute: async ({ name, email }) => {
        const { book = {} } = JSON.parse((await memory.get('address-book')) ?? '{}') as { book?: Record<string, string> };
        const replaced = name in book;
        book[name] = email;
        await memory.set('address-book', JSON.stringify({ book })); // RACE
        return replaced ? 'replaced' : 'added';
      },
    }),
    listContacts: tool({
      description: 'Lists everybody.',
      parameters: z.object({}),
      execute: async () => JSON.parse((await memory.get('address-book')) ?? '{}'),
    }),
  };
}
