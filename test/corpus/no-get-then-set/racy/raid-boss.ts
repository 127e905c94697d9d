import { Redis } from 'ioredis';

const globalForRedis = globalThis as unknown as { redis?: Redis };
const redis = (globalForRedis.redis ??= new Redis(process.env.REDIS_URL!));

export interface Boss {
  hp: number;
  phase: 1 | 2 | 3;
  damage: Record<string, number>;
}

function phaseOf(hp: number): Boss['phase'] {
  if (hp > 6000) return 1;
  return hp > 2000 ? 2 : 3;
}

/** Damage from all raid members hits the same boss. */
export async function hit(raid: string, player: string, damage: number): Promise<Boss> {
  const boss = (await loadBoss(raid)) ?? { hp: 10_000, phase: 1, damage: {} };
  if (boss.hp <= 0) return boss;

  const hp = Math.max(0, boss.hp - damage);
  const after: Boss = {
    hp,
    phase: phaseOf(hp),
    damage: { ...boss.damage, [player]: (boss.damage[player] ?? 0) + damage },
  };
  await redis.hset(`raid:${raid}`, 'boss', JSON.stringify(after)); // RACE

  if (after.hp === 0) {
    await redis.publish('raids', JSON.stringify({ raid, winner: player }));
  }
  return after;
}

async function loadBoss(raid: string): Promise<Boss | null> {
  const text = await redis.hget(`raid:${raid}`, 'boss');
  return text ? JSON.parse(text) : null;
}
