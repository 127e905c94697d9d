import { openKv } from '@deno/kv';

const kv = await openKv(':memory:');

export async function transfer(from: string, to: string, amount: number): Promise<void> {
  const source = await kv.get<number>(['balance', from]);
  const target = await kv.get<number>(['balance', to]);
  if ((source.value ?? 0) < amount) throw new Error('Not enough');
  await kv
    .atomic()
    .set(['balance', from], (source.value ?? 0) - amount) // RACE
    .set(['balance', to], (target.value ?? 0) + amount)
    .commit();
}
