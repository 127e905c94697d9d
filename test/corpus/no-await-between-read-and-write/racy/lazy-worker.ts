type Pool = { run(job: unknown): Promise<unknown> };

let pool: Pool | undefined;

async function startPool(): Promise<Pool> {
  const { createPool } = await import('./pool.js');
  return createPool({ threads: 4 });
}

export async function transform(job: unknown) {
  pool ??= (await import('./prestarted.js')).pool ?? (await startPool()); // RACE
  return pool!.run(job);
}
