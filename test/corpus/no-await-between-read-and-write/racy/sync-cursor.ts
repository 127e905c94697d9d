import { protectedProcedure, router } from './trpc';
import { changesAfter } from './changes';

let cursor = 0;

export const syncRouter = router({
  pull: protectedProcedure.mutation(async () => {
    const from = cursor;
    const changes = await changesAfter(from);
    if (changes.length === 0) return [];
    cursor = from + changes.length; // RACE
    return changes;
  }),
});
