class Pier {
  private last: Promise<void> = Promise.resolve();

  async board(): Promise<() => void> {
    const before = this.last;
    let leave!: () => void;
    this.last = new Promise<void>((resolve) => {
      leave = resolve;
    });
    await before;
    return leave;
  }
}

export function createFerry(sail: (cars: number) => Promise<void>) {
  const pier = new Pier();
  let carried = 0;

  return {
    async cross(cars: number): Promise<number> {
      const release = await pier.board();
      try {
        const sum = carried + cars;
        await sail(cars);
        carried = sum;
        return sum;
      } finally {
        release();
      }
    },
  };
}
