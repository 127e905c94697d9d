// SAFE: the labels of the row as it is by then are taken, and the label is added to those.
import { sql } from './sql.js';

interface Card {
  id: string;
  labels: string[];
  version: number;
}

async function persist(card: Card, text: string, left = 3): Promise<void> {
  const labels = [...card.labels, text];
  const rows = await sql`update cards set labels = ${labels}, version = version + 1 where id = ${card.id} and version = ${card.version} returning id`;
  if (rows.length === 1) return;
  if (left === 0) throw new Error('card keeps changing');
  const [current] = await sql<Card[]>`select * from cards where id = ${card.id}`;
  await persist(current!, text, left - 1);
}

export async function label(id: string, text: string): Promise<void> {
  const [card] = await sql<Card[]>`select * from cards where id = ${id}`;
  await persist(card!, text);
}
