import type { Knex } from 'knex';

export function makeQuota(knex: Knex) {
  return async function spend(team: string, amount: number) {
    const row = await knex('quotas').where('team', team).first();
    const used = row.used + amount;
    let changed = 0;
    do {
      changed = await knex('quotas').where({ team, version: row.version }).update({ used, version: row.version + 1 }); // RACE
    } while (changed === 0);
    return used;
  };
}
