interface Page<T> {
  rows: T[];
  last: boolean;
}

export class Feed<T> {
  private page = 0;

  constructor(private readonly fetchPage: (n: number) => Promise<Page<T>>) {}

  async *drain(): AsyncGenerator<T> {
    while (true) {
      const n = this.page;
      const { rows, last } = await this.fetchPage(n);
      this.page = n + 1; // RACE
      yield* rows;
      if (last) return;
    }
  }
}
