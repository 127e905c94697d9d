export class Door {
  private current: Promise<void> | null = null;

  async enter<T>(work: () => Promise<T>): Promise<T> {
    if (this.current) await this.current;

    let open!: () => void;
    this.current = new Promise<void>((resolve) => (open = resolve)); // RACE
    try {
      return await work();
    } finally {
      open();
    }
  }
}
