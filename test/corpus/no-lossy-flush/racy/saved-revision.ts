import { writeFile } from 'node:fs/promises';

export class Board {
  private readonly cards = new Map<string, string>();
  private revision = 0;
  private savedRevision = 0;

  move(card: string, column: string): void {
    this.cards.set(card, column);
    this.revision += 1;
  }

  async save(path: string): Promise<void> {
    if (this.revision === this.savedRevision) return;
    await writeFile(path, JSON.stringify([...this.cards]));
    this.savedRevision = this.revision; // RACE
  }
}
