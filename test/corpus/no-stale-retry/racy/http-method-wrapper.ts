import { HttpClient, HttpError } from './http-client.js';

const http = new HttpClient('https://inventory.example');

export async function reserve(sku: string, count: number) {
  const item = await http.get<{ free: number; etag: string }>(`/items/${sku}`);
  const free = item.free - count;
  let error: unknown;
  for (let i = 0; i < 4; i += 1) {
    try {
      return await http.patch(`/items/${sku}`, { free }, { headers: { 'If-Match': item.etag } }); // RACE
    } catch (e) {
      if (!(e instanceof HttpError) || e.status !== 412) throw e;
      error = e;
    }
  }
  throw error;
}
