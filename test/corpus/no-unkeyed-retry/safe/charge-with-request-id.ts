// safe: the request's id is passed on
import { chargeCustomer } from './billing';

export async function renew(customer: string, cents: number, requestId: string) {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    try {
      return await chargeCustomer(customer, cents, requestId);
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}
