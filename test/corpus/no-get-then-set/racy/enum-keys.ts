import Redis from 'ioredis';

const db = new Redis();

export enum StatKey {
  Deploys = 'stats:deploys',
  Rollbacks = 'stats:rollbacks',
}

export async function onDeploy() {
  const n = +((await db.get(StatKey.Deploys)) ?? 0);
  await db.set(StatKey.Deploys, n + 1); // RACE
}

export async function onRollback(reason: string) {
  const reasons = ((await db.get(StatKey.Rollbacks)) ?? '').split(',').filter(Boolean);
  reasons.push(reason);
  await db.set(StatKey.Rollbacks, reasons.join(',')); // RACE
}
