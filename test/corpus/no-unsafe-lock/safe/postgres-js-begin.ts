// safe: one connection for the whole block
import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL ?? '');

export async function runJob(job: number): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${job})`;
    await tx`update jobs set runs = runs + 1 where id = ${job}`;
  });
}
