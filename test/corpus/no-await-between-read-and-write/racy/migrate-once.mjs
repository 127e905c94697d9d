import { applyMigrations } from './migrations.mjs';

let done = false;

export async function withSchema(db, work) {
  if (!done) {
    await applyMigrations(db);
    done = true; // RACE
  }
  return work(db);
}

export const isMigrated = () => done;
