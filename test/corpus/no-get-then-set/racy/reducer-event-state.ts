import { createClient } from 'redis';

const client = createClient();

type Event =
  | { type: 'opened'; by: string }
  | { type: 'bid'; by: string; amount: number }
  | { type: 'closed' };

interface Auction { open: boolean; high: number; bids: { by: string; amount: number }[] }

const initial: Auction = { open: false, high: 0, bids: [] };

function reducer(state: Auction, event: Event): Auction {
  switch (event.type) {
    case 'opened':
      return { ...state, open: true };
    case 'bid':
      return {
        ...state,
        high: Math.max(state.high, event.amount),
        bids: [...state.bids, { by: event.by, amount: event.amount }],
      };
    case 'closed':
      return { ...state, open: false };
  }
}

export async function dispatch(auctionId: string, event: Event): Promise<Auction> {
  const raw = await client.get(`auction:${auctionId}`);
  const state = raw ? (JSON.parse(raw) as Auction) : initial;
  const next = reducer(state, event);
  await client.set(`auction:${auctionId}`, JSON.stringify(next)); // RACE
  return next;
}
