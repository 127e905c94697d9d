// safe: each worker takes an item off the shared list in one step
export async function runWorkers<T>(items: T[], workers: number, work: (item: T) => Promise<number>) {
  const rest = [...items];
  let finished = 0;
  let cost = 0;

  async function worker(): Promise<void> {
    for (;;) {
      const item = rest.pop();
      if (item === undefined) return;
      const spent = await work(item);
      cost += spent;
      finished++;
    }
  }

  await Promise.all(Array.from({ length: workers }, worker));
  return { finished, cost };
}
