import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY!);

export async function pay(customer: string, amount: number) {
  let attempt = 0;
  while (true) {
    try {
      return await stripe.paymentIntents.create({ amount, currency: 'eur', customer, confirm: true }); // RACE
    } catch (error) {
      attempt += 1;
      if (attempt >= 3) throw error;
    }
  }
}
