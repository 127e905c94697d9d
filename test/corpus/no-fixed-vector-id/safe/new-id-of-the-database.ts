// safe: the database makes the id
import { Pool } from 'pg';
const pool = new Pool();
export async function store(text: string, embedding: number[]) {
  await pool.query("INSERT INTO chunks (id, text, embedding) VALUES (gen_random_uuid(), $1, $2)", [text, JSON.stringify(embedding)]);
}
