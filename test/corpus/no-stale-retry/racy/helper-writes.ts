import type { Pool } from 'pg';

export async function archive(pool: Pool, id: string): Promise<void> {
  const task = await loadTask(pool, id);
  const history = [...task.history, 'archived'];
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await writeTask(pool, id, history, task.version)) return;
    await backOff(attempt);
  }
  throw new Error('conflict');
}

async function loadTask(pool: Pool, id: string) {
  const result = await pool.query('SELECT * FROM tasks WHERE id = $1', [id]);
  return result.rows[0];
}

async function writeTask(pool: Pool, id: string, history: string[], version: number): Promise<boolean> {
  const result = await pool.query( // RACE
    'UPDATE tasks SET history = $2, version = version + 1 WHERE id = $1 AND version = $3',
    [id, history, version],
  );
  return result.rowCount === 1;
}

const backOff = (attempt: number) => new Promise((resolve) => setTimeout(resolve, 2 ** attempt));
