// safe: the index is looked up after the await
import { EventEmitter } from 'node:events';

interface Reservation {
  table: number;
  guest: string;
}

export class Restaurant extends EventEmitter {
  private reservations: Reservation[] = [];

  reserve(table: number, guest: string): void {
    this.reservations.push({ table, guest });
  }

  async cancel(guest: string, confirm: (guest: string) => Promise<boolean>): Promise<void> {
    if (!(await confirm(guest))) return;
    const index = this.reservations.findIndex((r) => r.guest === guest);
    if (index < 0) return;
    this.reservations.splice(index, 1);
    this.emit('cancelled', guest);
  }
}
