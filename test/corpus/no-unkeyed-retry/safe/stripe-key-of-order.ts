// safe: the order's number is the key
import Stripe from 'stripe';
import retry from 'async-retry';

const stripe = new Stripe(process.env.STRIPE_KEY!);

export const charge = (order: { id: string; customer: string; total: number }) =>
  retry(
    () =>
      stripe.charges.create(
        { amount: order.total, currency: 'usd', customer: order.customer },
        { idempotencyKey: `charge-${order.id}` },
      ),
    { retries: 4 },
  );
