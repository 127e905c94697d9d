// SAFE: without `methods`, got does not repeat a POST.
import got from 'got';

const api = got.extend({ prefixUrl: process.env.SHOP_URL, retry: { limit: 3 } });

export const order = (sku: string, quantity: number) => api.post('orders', { json: { sku, quantity } }).json();
