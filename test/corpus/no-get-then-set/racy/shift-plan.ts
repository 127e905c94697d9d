import { Redis } from 'ioredis';

const redis = new Redis();

/** Swaps two nurses in the plan of a ward. */
export async function swapShifts(ward: string, a: string, b: string): Promise<void> {
  const planKey = `plan:${ward}`;
  let plan: Record<string, string> | undefined;

  try {
    plan = JSON.parse((await redis.get(planKey)) ?? 'null') ?? undefined;
  } catch (error) {
    console.error('plan is unreadable', { ward, error });
  }
  if (plan === undefined) return;

  const shiftOfA = plan[a];
  const shiftOfB = plan[b];
  if (!shiftOfA || !shiftOfB) throw new Error('both need a shift');

  plan[a] = shiftOfB;
  plan[b] = shiftOfA;
  await redis.set(planKey, JSON.stringify(plan)); // RACE
}
