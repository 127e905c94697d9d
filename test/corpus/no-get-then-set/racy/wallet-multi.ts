import { Redis } from '@upstash/redis';

const kv = new Redis({ url: 'https://eu1.example.com', token: process.env.TOKEN! });

export type Wallet = { coins: number; gems: number };

export const exchange = async (player: string, gems: number, rate = 100): Promise<Wallet> => {
  const wallet = await kv.get<Wallet>(`wallet:${player}`);
  if (wallet == null || wallet.gems < gems) throw new Error('cannot exchange');

  const updated = { coins: wallet.coins + gems * rate, gems: wallet.gems - gems };
  const tx = kv.multi();
  tx.lpush(`wallet:${player}:log`, { gems, rate });
  tx.set(`wallet:${player}`, updated); // RACE
  await tx.exec();
  return updated;
};
