import { sql } from './sql.js';

interface Card {
  id: string;
  labels: string[];
  version: number;
}

async function persist(card: Card, left = 3): Promise<void> {
  const rows = await sql`update cards set labels = ${card.labels}, version = version + 1 where id = ${card.id} and version = ${card.version} returning id`; // RACE
  if (rows.length === 1) return;
  if (left === 0) throw new Error('card keeps changing');
  const [current] = await sql<Card[]>`select version from cards where id = ${card.id}`;
  await persist({ ...card, version: current!.version }, left - 1);
}

export async function label(id: string, text: string): Promise<void> {
  const [card] = await sql<Card[]>`select * from cards where id = ${id}`;
  await persist({ ...card!, labels: [...card!.labels, text] });
}
