// safe: the iterator's own cursor is a variable of the generator that moves it
export interface Api {
  list(cursor?: string): Promise<{ items: string[]; cursor?: string }>;
}

export class Listing {
  constructor(private readonly api: Api) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    let cursor: string | undefined;
    let seen = 0;
    do {
      const page = await this.api.list(cursor);
      seen = seen + page.items.length;
      yield* page.items;
      cursor = seen > 10_000 ? undefined : page.cursor;
    } while (cursor);
  }
}
