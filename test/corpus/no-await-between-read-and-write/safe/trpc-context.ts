// safe: ctx is made for each request
import { initTRPC } from '@trpc/server';
import { loadUser, type User } from './users';

interface Context {
  token: string;
  user?: User;
  reads: number;
}

const t = initTRPC.context<Context>().create();

export const withUser = t.procedure.use(async ({ ctx, next }) => {
  if (!ctx.user) ctx.user = await loadUser(ctx.token);
  ctx.reads = ctx.reads + (await ctx.user.countReads());
  return next({ ctx });
});
