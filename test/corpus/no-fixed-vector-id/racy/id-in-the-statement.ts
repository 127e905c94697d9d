import { Pool } from 'pg';
const pool = new Pool();
export async function remember(text: string, embedding: number[]) {
  await pool.query(
    `INSERT INTO memories (id, content, embedding) VALUES ('latest', $1, $2::vector)
     ON CONFLICT (id) DO UPDATE SET content = $1, embedding = $2::vector`,
    [text, JSON.stringify(embedding)],
  ); // RACE
}
