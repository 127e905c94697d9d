// safe: the timer is let go of before the save, so changes made meanwhile set another
import { writeSnapshot } from './disk.js';

export class Board {
  private cells = new Map<string, string>();
  private timer: ReturnType<typeof setTimeout> | null = null;

  put(cell: string, value: string): void {
    this.cells.set(cell, value);
    this.schedule();
  }

  private schedule(): void {
    if (this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.save();
    }, 500);
  }

  private async save(): Promise<void> {
    await writeSnapshot([...this.cells]);
  }
}
