import { EventEmitter } from 'node:events';
const bus = new EventEmitter();
let highest = 0;
bus.on('bid', async (bid: { amount: number; user: string }) => {
  if (bid.amount <= highest) return;
  if (!(await mayBid(bid.user))) return;
  highest = bid.amount; // RACE
});
export { bus };
declare function mayBid(user: string): Promise<boolean>;
