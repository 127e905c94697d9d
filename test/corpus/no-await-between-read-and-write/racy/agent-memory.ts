import type { LLM } from './llm';

type Note = { text: string; at: number };

export class ScratchPad {
  public notes: Note[] = [];

  constructor(private readonly llm: LLM) {}

  add(text: string) {
    this.notes.push({ text, at: Date.now() });
  }

  async rewrite(style: string): Promise<void> {
    this.notes = await Promise.all( // RACE
      this.notes.map(async (n) => ({ ...n, text: await this.llm.complete(`${style}: ${n.text}`) })),
    );
  }
}
