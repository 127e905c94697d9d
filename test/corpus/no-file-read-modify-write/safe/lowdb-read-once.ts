// safe: read at the start; later calls change the one object and write it
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';

const db = new Low(new JSONFile<{ visits: number }>('visits.json'), { visits: 0 });
await db.read();

export async function visit() {
  db.data.visits += 1;
  await db.write();
}
