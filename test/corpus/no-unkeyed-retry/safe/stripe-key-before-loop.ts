// safe: one key for all tries
import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY!);

export async function pay(customer: string, amount: number) {
  const idempotencyKey = randomUUID();
  let attempt = 0;
  while (true) {
    try {
      return await stripe.paymentIntents.create({ amount, currency: 'eur', customer, confirm: true }, { idempotencyKey });
    } catch (error) {
      attempt += 1;
      if (attempt >= 3) throw error;
    }
  }
}
