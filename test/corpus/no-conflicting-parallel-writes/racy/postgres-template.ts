import { sql } from './sql.js';

export async function setLabels(issue: number, labels: string[]): Promise<void> {
  await Promise.all([
    sql`DELETE FROM labels WHERE issue = ${issue}`,
    ...labels.map((label) => sql`SELECT ${label}`),
    sql`INSERT INTO labels (issue, name) VALUES (${issue}, ${labels[0]})`, // RACE
  ]);
}
