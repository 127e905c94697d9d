// SAFE: the row is read at the start of each round.
import type { Knex } from 'knex';

export function makeQuota(knex: Knex) {
  return async function spend(team: string, amount: number) {
    let changed = 0;
    let used = 0;
    do {
      const row = await knex('quotas').where('team', team).first();
      used = row.used + amount;
      changed = await knex('quotas').where({ team, version: row.version }).update({ used, version: row.version + 1 });
    } while (changed === 0);
    return used;
  };
}
