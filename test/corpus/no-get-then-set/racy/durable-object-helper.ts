import { moderate } from './moderation';

export class Board {
  constructor(
    private readonly state: DurableObjectState,
    private readonly env: unknown,
  ) {}

  private async load(): Promise<string[]> {
    return (await this.state.storage.get<string[]>('posts')) ?? [];
  }

  async post(text: string): Promise<void> {
    const posts = await this.load();
    const clean = await moderate(text);
    await this.state.storage.put({ posts: [...posts, clean], updated: Date.now() }); // RACE
  }
}
