// safe: DECRBY and INCRBY in one MULTI
import Redis from 'ioredis';

const budget = new Redis(process.env.BUDGET_REDIS!);

/** Moves part of one team's travel allowance to another team; a debt is allowed. */
export async function moveAllowance(from: string, to: string, cents: number): Promise<void> {
  if (from === to) return;
  await budget.multi().decrby(`allowance:${from}`, cents).incrby(`allowance:${to}`, cents).exec();
}

export async function allowances(teams: string[]): Promise<Map<string, number>> {
  const values = await budget.mget(teams.map((team) => `allowance:${team}`));
  return new Map(teams.map((team, i) => [team, Number(values[i] ?? 0)]));
}
