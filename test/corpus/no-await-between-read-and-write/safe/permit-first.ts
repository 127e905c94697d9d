// safe: the permit is taken before anything is awaited
const permits = new Set<symbol>();
const MAX_PERMITS = 3;

export async function withPermit<T>(log: (m: string) => Promise<void>, work: () => Promise<T>): Promise<T> {
  if (permits.size >= MAX_PERMITS) throw new Error('no permit left');
  const mine = Symbol('permit');
  permits.add(mine);
  try {
    await log(`permit ${permits.size} of ${MAX_PERMITS}`);
    return await work();
  } finally {
    permits.delete(mine);
  }
}
