import { createClient, WatchError } from 'redis';

const client = createClient({ url: process.env.AUCTION_REDIS });
client.on('error', (e) => console.error(e));
await client.connect();

type Auction = { highest: number; bidder: string; bids: number };

export async function bid(auctionId: string, bidder: string, amount: number): Promise<Auction> {
  const key = `auction:${auctionId}`;
  for (;;) {
    try {
      await client.watch(key);
      const auction: Auction = JSON.parse((await client.get(key)) ?? '{"highest":0,"bidder":"","bids":0}');
      if (amount <= auction.highest) throw new RangeError(`bid more than ${auction.highest}`);
      const next = { highest: amount, bidder, bids: auction.bids + 1 };
      await client.multi().set(key, JSON.stringify(next)).exec(); // RACE
      return next;
    } catch (error) {
      if (error instanceof WatchError) continue;
      throw error;
    }
  }
}
