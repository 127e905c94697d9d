import { nicknameOf } from './people.js';

export class CardTable {
  private readonly seated: { id: string; nickname: string }[] = [];

  async sit(id: string): Promise<void> {
    const nickname = await nicknameOf(id);
    if (this.seated.length >= 4) throw new Error('The table is full.');
    this.seated.push({ id, nickname });
  }

  get names(): string[] {
    return this.seated.map(({ nickname }) => nickname);
  }
}
