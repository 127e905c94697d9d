import { persist } from './storage.js';

export class AgentMemory {
  notes: string[] = [];

  remember(note: string): void {
    this.notes.push(note);
  }

  async consolidate(): Promise<void> {
    const snapshot = [...this.notes];
    await persist(snapshot);
    this.notes = []; // RACE
  }
}
