import { encrypt } from './crypto';

export class Drafts {
  constructor(private readonly storage: Storage = window.localStorage) {}

  async save(id: string, text: string): Promise<void> {
    const drafts = this.all();
    drafts[id] = await encrypt(text);
    this.storage.setItem('drafts', JSON.stringify(drafts)); // RACE
  }

  private all(): Record<string, string> {
    const json = this.storage.getItem('drafts');
    return json ? (JSON.parse(json) as Record<string, string>) : {};
  }
}
