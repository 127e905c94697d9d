// safe: each update starts when the one before has ended
export class Journal {
  private tail: Promise<unknown> = Promise.resolve();
  private head = 'genesis';

  constructor(private readonly hash: (text: string) => Promise<string>) {}

  append(entry: string): Promise<string> {
    const result = this.tail.then(async () => {
      this.head = await this.hash(`${this.head}:${entry}`);
      return this.head;
    });
    this.tail = result.catch(() => undefined);
    return result;
  }
}
