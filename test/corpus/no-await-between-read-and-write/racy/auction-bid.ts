import { publicProcedure, router } from './trpc';
import { z } from 'zod';
import { verifyFunds } from './bank';

let highest = { bidder: '', cents: 0 };

export const auction = router({
  current: publicProcedure.query(() => highest),

  bid: publicProcedure
    .input(z.object({ bidder: z.string(), cents: z.number().int() }))
    .mutation(async ({ input }) => {
      if (input.cents <= highest.cents) {
        return { accepted: false };
      }
      const funded = await verifyFunds(input.bidder, input.cents);
      if (!funded) return { accepted: false };
      highest = { bidder: input.bidder, cents: input.cents }; // RACE
      return { accepted: true };
    }),
});
