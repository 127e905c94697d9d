import { readFile, writeFile } from 'fs/promises';

type Note = { id: number; text: string };

export class Notebook {
  private notes: Note[] = [];

  constructor(private readonly file: string) {}

  private async load() {
    this.notes = JSON.parse(await readFile(this.file, 'utf8'));
  }

  private async persist() {
    await writeFile(this.file, JSON.stringify(this.notes));
  }

  async add(text: string) {
    await this.load();
    this.notes.push({ id: this.notes.length + 1, text });
    await this.persist(); // RACE
  }
}
