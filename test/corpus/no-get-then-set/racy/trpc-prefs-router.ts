import { z } from 'zod';
import { initTRPC } from '@trpc/server';
import Redis from 'ioredis';

const t = initTRPC.context<{ userId: string }>().create();
const redis = new Redis(process.env.REDIS_URL!);

const Preferences = z.object({
  theme: z.enum(['light', 'dark']).default('light'),
  density: z.number().int().min(0).max(3).default(1),
  pinned: z.array(z.string()).default([]),
});
type Preferences = z.infer<typeof Preferences>;

export const prefsRouter = t.router({
  get: t.procedure.query(async ({ ctx }) => {
    const raw = await redis.get(`prefs:${ctx.userId}`);
    return Preferences.parse(raw ? JSON.parse(raw) : {});
  }),

  patch: t.procedure
    .input(Preferences.partial())
    .mutation(async ({ ctx, input }) => {
      const raw = await redis.get(`prefs:${ctx.userId}`);
      const current = Preferences.parse(raw ? JSON.parse(raw) : {});
      const merged: Preferences = { ...current, ...input };
      await redis.set(`prefs:${ctx.userId}`, JSON.stringify(merged)); // RACE
      return merged;
    }),
});
