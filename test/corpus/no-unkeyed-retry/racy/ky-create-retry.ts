import ky from 'ky';

const shop = ky.create({
  prefixUrl: 'https://shop.example/api',
  retry: { limit: 4, methods: ['get', 'post'], statusCodes: [500, 502, 503] },
});

export async function placeOrder(basket: string) {
  const answer = await shop.post('orders', { json: { basket } }); // RACE
  return answer.json();
}
