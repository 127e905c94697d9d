import { priceOf } from './pricing.mjs';

export const shared = { spent: 0, calls: 0 };

/** Charges one model call to the process-wide budget. */
export async function charge(model, tokens) {
  const q = shared;
  q.calls++;
  q.spent += await priceOf(model, tokens); // RACE
  return q.spent;
}

export const mean = () => shared.spent / shared.calls;
