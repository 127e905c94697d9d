import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface Note {
  id: string;
  text: string;
}

export class NoteStore {
  private readonly dir = path.resolve('.notes');

  async add(note: Note): Promise<void> {
    await mkdir(this.dir, { recursive: true });
    const file = path.join(this.dir, `${note.id}.md`);
    if (await this.isThere(file)) {
      throw new Error(`Note ${note.id} exists`);
    }
    await writeFile(file, note.text, 'utf8'); // RACE
  }

  private async isThere(file: string): Promise<boolean> {
    try {
      await stat(file);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    }
  }
}
