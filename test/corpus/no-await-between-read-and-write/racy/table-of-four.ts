import { nicknameOf } from './people.js';

export class CardTable {
  private readonly seated: { id: string; nickname: string }[] = [];

  async sit(id: string): Promise<void> {
    if (this.seated.length >= 4) throw new Error('The table is full.');
    const nickname = await nicknameOf(id);
    this.seated.push({ id, nickname }); // RACE
  }

  get names(): string[] {
    return this.seated.map(({ nickname }) => nickname);
  }
}
