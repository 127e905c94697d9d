// safe: WATCH on a connection made for this call, WatchError repeats the read
import { createClient, WatchError } from 'redis';

const base = createClient({ url: process.env.AUCTION_REDIS });

type Auction = { highest: number; bidder: string; bids: number };

export async function bid(auctionId: string, bidder: string, amount: number): Promise<Auction> {
  const key = `auction:${auctionId}`;
  const own = base.duplicate();
  await own.connect();
  try {
    for (let tries = 0; tries < 15; tries++) {
      try {
        await own.watch(key);
        const auction: Auction = JSON.parse((await own.get(key)) ?? '{"highest":0,"bidder":"","bids":0}');
        if (amount <= auction.highest) {
          await own.unwatch();
          throw new RangeError(`bid more than ${auction.highest}`);
        }
        const next = { highest: amount, bidder, bids: auction.bids + 1 };
        await own.multi().set(key, JSON.stringify(next)).exec();
        return next;
      } catch (error) {
        if (!(error instanceof WatchError)) throw error;
      }
    }
    throw new Error('too many bids at once');
  } finally {
    own.destroy();
  }
}
