import pRetry, { AbortError } from 'p-retry';
import { kv } from './kv.js';

export async function vote(poll: string, option: string): Promise<void> {
  const { value, revision } = await kv.getWithRevision(poll);
  const votes = { ...value, [option]: (value[option] ?? 0) + 1 };

  await pRetry(
    async () => {
      try {
        await kv.compareAndSet(poll, votes, revision); // RACE
      } catch (error) {
        if (isConflict(error)) throw error;
        throw new AbortError(error as Error);
      }
    },
    { retries: 5 },
  );
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && error.message.includes('revision mismatch');
}
