import { chargeCustomer } from './billing';

export async function renew(customer: string, cents: number) {
  const maxAttempts = 3;
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    try {
      return await chargeCustomer(customer, cents, 'renewal'); // RACE
    } catch (error) {
      if (attempt === maxAttempts) throw error;
    }
  }
}
