export interface Backend {
  save(id: string, text: string): Promise<void>;
}

export class Notebook {
  private readonly lines: string[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly backend: Backend,
    private readonly id: string,
  ) {}

  write(line: string): void {
    this.lines.push(line);
    this.plan();
  }

  private plan(): void {
    if (this.timer) return;
    this.timer = setTimeout(() => {
      void this.persist();
    }, 1000);
  }

  private async persist(): Promise<void> {
    const text = this.lines.join('\n');
    await this.backend.save(this.id, text);
    this.timer = undefined; // RACE
  }
}
