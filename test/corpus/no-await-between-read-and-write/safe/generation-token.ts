// safe: a result of an older generation is dropped after the await
export class Suggestions {
  private generation = 0;
  items: string[] = [];

  constructor(private readonly search: (q: string) => Promise<string[]>) {}

  async type(query: string): Promise<void> {
    const generation = ++this.generation;
    const kept = this.items.filter((item) => item.startsWith(query));
    const found = await this.search(query);
    if (generation !== this.generation) return;
    this.items = [...new Set([...kept, ...found])];
  }
}
