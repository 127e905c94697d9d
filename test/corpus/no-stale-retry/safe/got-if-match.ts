// SAFE: the whole function calls itself again, from the GET on.
import got, { HTTPError } from 'got';

const api = got.extend({ prefixUrl: process.env.CATALOGUE_URL, responseType: 'json' });

export async function discount(sku: string, percent: number, tries = 3): Promise<void> {
  const { body, headers } = await api.get<{ price: number }>(`products/${sku}`);
  const json = { ...body, price: Math.round(body.price * (1 - percent / 100)) };
  try {
    await api.put(`products/${sku}`, { json, headers: { 'if-match': headers.etag } });
  } catch (error) {
    if (error instanceof HTTPError && error.response.statusCode === 412 && tries > 0)
      return discount(sku, percent, tries - 1);
    throw error;
  }
}
