import Redis from 'ioredis';

const budget = new Redis(process.env.BUDGET_REDIS!);

/** Moves part of one team's travel allowance to another team. */
export async function moveAllowance(fromTeam: string, toTeam: string, cents: number): Promise<void> {
  if (fromTeam === toTeam) return;

  const [left, right] = await budget.mget(`allowance:${fromTeam}`, `allowance:${toTeam}`);
  const available = Number(left ?? 0);
  if (available < cents) {
    throw new RangeError(`team ${fromTeam} has only ${available} cents left`);
  }

  await budget.mset(`allowance:${fromTeam}`, available - cents, `allowance:${toTeam}`, Number(right ?? 0) + cents); // RACE
}
