import type { Server } from 'socket.io';
import { store } from './warehouse.js';

class Moves {
  private rows: object[] = [];

  note(row: object): void {
    this.rows.push(row);
  }

  async save(): Promise<void> {
    if (!this.rows.length) return;
    await store.insert('moves', this.rows);
    this.rows = []; // RACE
  }
}

export function record(io: Server): () => void {
  const moves = new Moves();
  io.on('connection', (socket) => socket.on('move', (move) => moves.note({ player: socket.id, move })));
  const timer = setInterval(() => void moves.save(), 2000);
  return () => clearInterval(timer);
}
