import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';

@Injectable()
export class CheckoutService {
  constructor(private readonly stripe: Stripe) {}

  async charge(customer: string, amount: number): Promise<string> {
    let lastError: unknown;
    for (const delay of [0, 200, 1000]) {
      await new Promise((resolve) => setTimeout(resolve, delay));
      try {
        const intent = await this.stripe.paymentIntents.create({ customer, amount, currency: 'eur', confirm: true }); // RACE
        return intent.id;
      } catch (error) {
        lastError = error;
        if (!(error instanceof Stripe.errors.StripeConnectionError)) throw error;
      }
    }
    throw lastError;
  }
}
