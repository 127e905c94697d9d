import got, { HTTPError } from 'got';

const api = got.extend({ prefixUrl: process.env.CATALOGUE_URL, responseType: 'json' });

export async function discount(sku: string, percent: number, tries = 3): Promise<void> {
  const { body, headers } = await api.get<{ price: number }>(`products/${sku}`);
  const json = { ...body, price: Math.round(body.price * (1 - percent / 100)) };

  const put = async (left: number): Promise<void> => {
    try {
      await api.put(`products/${sku}`, { json, headers: { 'if-match': headers.etag } }); // RACE
    } catch (error) {
      if (error instanceof HTTPError && error.response.statusCode === 412 && left > 0) return put(left - 1);
      throw error;
    }
  };
  await put(tries);
}
