// SAFE: left to itself, axios-retry repeats only requests that are idempotent.
import axios from 'axios';
import axiosRetry from 'axios-retry';

const payments = axios.create({ baseURL: process.env.PAYMENTS_URL, timeout: 2000 });
axiosRetry(payments, { retries: 3 });

export async function pay(order: string, cents: number) {
  const { data } = await payments.post('/payments', { order, cents });
  return data;
}
