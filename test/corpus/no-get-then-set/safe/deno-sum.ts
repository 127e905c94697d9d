// The store adds
import { openKv } from '@deno/kv';

const kv = await openKv();

export async function visit(page: string): Promise<void> {
  const before = await kv.get<Deno.KvU64>(['visits', page]);
  console.log(`${page}: ${before.value?.value ?? 0n} so far`);
  await kv
    .atomic()
    .sum(['visits', page], 1n)
    .set(['seen', page], new Date())
    .commit();
}
