import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';
import retry from 'async-retry';

const stripe = new Stripe(process.env.STRIPE_KEY!);

export const charge = (customer: string, amount: number) =>
  retry(
    () => stripe.charges.create({ amount, currency: 'usd', customer }, { idempotencyKey: randomUUID() }), // RACE
    { retries: 4 },
  );
