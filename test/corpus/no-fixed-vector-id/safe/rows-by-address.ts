// safe: the row is the one of its address; settings are no vectors
import { Pool } from 'pg';
const pool = new Pool();
export async function save(url: string, text: string, embedding: string) {
  await pool.query('INSERT INTO pages (id, text, embedding) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET text = $2, embedding = $3', [url, text, embedding]);
}
export async function cfg(text: string) {
  await pool.query("INSERT INTO settings (id, value) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET value = $1", [text]);
}
