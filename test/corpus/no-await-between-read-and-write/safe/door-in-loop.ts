// safe: the door is checked again after each wait and shut in the same step
export class Door {
  private current: Promise<void> | null = null;

  async enter<T>(work: () => Promise<T>): Promise<T> {
    while (this.current) await this.current;

    let open!: () => void;
    this.current = new Promise<void>((resolve) => (open = resolve));
    try {
      return await work();
    } finally {
      this.current = null;
      open();
    }
  }
}
