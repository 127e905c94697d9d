import { Pool } from 'pg';
import pgvector from 'pgvector/pg';
const pool = new Pool();
export async function storeChunks(chunks: { text: string; embedding: number[] }[]) {
  for (let i = 0; i < chunks.length; i++) {
    await pool.query(
      'INSERT INTO chunks (id, text, embedding) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET text = EXCLUDED.text, embedding = EXCLUDED.embedding',
      [`chunk-${i}`, chunks[i].text, pgvector.toSql(chunks[i].embedding)],
    ); // RACE
  }
}
