// Safe: all rows are noted before they are saved, by the one call that has the list.
import { store } from './warehouse.js';

class Moves {
  private rows: object[] = [];

  note(row: object): void {
    this.rows.push(row);
  }

  async save(): Promise<void> {
    await store.insert('moves', this.rows);
    this.rows = [];
  }
}

export async function importMoves(all: readonly object[]): Promise<void> {
  const moves = new Moves();
  all.forEach((each) => moves.note(each));
  await moves.save();
}
