import Database from 'better-sqlite3';

const db = new Database('agents.db');
const select = db.prepare('SELECT plan, rev FROM plans WHERE id = ?');
const update = db.prepare('UPDATE plans SET plan = ?, rev = rev + 1 WHERE id = ? AND rev = ?');

export async function extend(id, think) {
  const { plan, rev } = select.get(id);
  const longer = await think(plan);
  for (let i = 0; i < 5; i++) {
    const { changes } = update.run(longer, id, rev); // RACE
    if (changes === 1) return longer;
  }
  throw new Error('plan was changed');
}
