// safe: a Lua script stores the plan only if nobody changed it, otherwise read again
import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv({ automaticDeserialization: false });

const SWAP = `
if (redis.call('GET', KEYS[1]) or '') == ARGV[1] then
  redis.call('SET', KEYS[1], ARGV[2])
  return 1
end
return 0`;

type Step = { title: string; status: 'todo' | 'done'; notes: string[] };

export async function finish(planId: string, index: number, note: string): Promise<Step[]> {
  for (let round = 1; round <= 10; round++) {
    const text = (await redis.get<string>(`plan:${planId}`)) ?? '';
    const steps: Step[] = text === '' ? [] : JSON.parse(text);
    const changed = steps.map((s, i) =>
      i === index ? { ...s, status: 'done' as const, notes: [...s.notes, note] } : s,
    );
    const swapped = await redis.eval(SWAP, [`plan:${planId}`], [text, JSON.stringify(changed)]);
    if (Number(swapped) === 1) return changed;
    await new Promise((r) => setTimeout(r, round * 15));
  }
  throw new Error('plan changes too often');
}
