import { Kysely } from 'kysely';
import pRetry from 'p-retry';
import type { Database } from './database';

class ConflictError extends Error {}

export async function rank(db: Kysely<Database>, id: string, points: number) {
  const player = await db.selectFrom('players').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  await pRetry(
    async () => {
      const result = await db // RACE
        .updateTable('players')
        .set({ points: player.points + points, version: player.version + 1 })
        .where('id', '=', id)
        .where('version', '=', player.version)
        .executeTakeFirst();
      if (result.numUpdatedRows === 0n) throw new ConflictError('conflict');
    },
    { retries: 5 },
  );
}
