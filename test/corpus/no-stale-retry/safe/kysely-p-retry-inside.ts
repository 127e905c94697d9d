// safe: the retried function reads
import { Kysely } from 'kysely';
import pRetry from 'p-retry';
import type { Database } from './database';

export async function rank(db: Kysely<Database>, id: string, points: number) {
  await pRetry(
    async () => {
      const player = await db.selectFrom('players').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      const result = await db
        .updateTable('players')
        .set({ points: player.points + points, version: player.version + 1 })
        .where('id', '=', id)
        .where('version', '=', player.version)
        .executeTakeFirst();
      if (result.numUpdatedRows === 0n) throw new Error('conflict');
    },
    { retries: 5 },
  );
}
