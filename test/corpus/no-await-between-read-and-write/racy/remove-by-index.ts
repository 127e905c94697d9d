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
    const index = this.reservations.findIndex((r) => r.guest === guest);
    if (index < 0) return;
    if (!(await confirm(guest))) return;
    this.reservations.splice(index, 1); // RACE
    this.emit('cancelled', guest);
  }
}
