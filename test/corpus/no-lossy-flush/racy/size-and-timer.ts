export interface Options<T> {
  maxSize: number;
  intervalMs: number;
  write(rows: readonly T[]): Promise<void>;
}

export function createBatcher<T>({ maxSize, intervalMs, write }: Options<T>) {
  let rows: T[] = [];

  async function flush(): Promise<void> {
    if (rows.length === 0) return;
    await write(rows);
    rows = []; // RACE
  }

  const timer = setInterval(() => void flush(), intervalMs);

  return {
    add(row: T): void {
      rows.push(row);
      if (rows.length >= maxSize) void flush();
    },
    stop(): Promise<void> {
      clearInterval(timer);
      return flush();
    },
  };
}
