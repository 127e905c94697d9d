// safe: the limiter of the instance lets one update through at a time
import pLimit, { type LimitFunction } from 'p-limit';
import type { LLM } from './llm';

export class ScratchPad {
  private readonly serial: LimitFunction = pLimit(1);
  private notes: string[] = [];

  constructor(private readonly llm: LLM) {}

  add(text: string): Promise<void> {
    return this.serial(async () => {
      this.notes = [...this.notes, await this.llm.complete(`Shorten: ${text}`)];
    });
  }

  rewrite(style: string): Promise<void> {
    return this.serial(async () => {
      this.notes = await Promise.all(this.notes.map((n) => this.llm.complete(`${style}: ${n}`)));
    });
  }
}
