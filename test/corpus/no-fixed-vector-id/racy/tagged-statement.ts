import postgres from 'postgres';
const sql = postgres(process.env.DB!);
export async function store(texts: string[], embeds: number[][]) {
  for (const [i, text] of texts.entries()) {
    await sql`
      insert into items (id, body, embedding)
      values (${i}, ${text}, ${JSON.stringify(embeds[i])})
      on conflict (id) do update set body = excluded.body, embedding = excluded.embedding`; // RACE
  }
}
