const permits: symbol[] = [];
const MAX_PERMITS = 3;

export async function withPermit<T>(log: (m: string) => Promise<void>, work: () => Promise<T>): Promise<T> {
  const mine = Symbol('permit');
  if (permits.length >= MAX_PERMITS) throw new Error('no permit left');
  await log(`permit ${permits.length + 1} of ${MAX_PERMITS}`);
  permits.push(mine); // RACE
  try {
    return await work();
  } finally {
    permits.splice(permits.indexOf(mine), 1);
  }
}
