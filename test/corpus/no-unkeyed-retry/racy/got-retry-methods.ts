import got from 'got';

const api = got.extend({
  prefixUrl: process.env.SHOP_URL,
  retry: { limit: 3, methods: ['GET', 'POST'], statusCodes: [502, 503, 504] },
});

export const order = (sku: string, quantity: number) => api.post('orders', { json: { sku, quantity } }).json(); // RACE
