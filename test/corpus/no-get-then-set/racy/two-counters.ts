import { createClient } from 'redis';

const client = createClient();
await client.connect();

/** Books one ride: the driver earns, the city total grows. */
export async function bookRide(driver: string, city: string, fare: number) {
  if (!(fare > 0)) throw new RangeError('a ride costs money');

  const earned = Number((await client.get(`driver:${driver}:earned`)) ?? 0);
  const cityTotal = Number((await client.get(`city:${city}:total`)) ?? 0);

  await client.set(`driver:${driver}:earned`, earned + fare); // RACE
  await client.set(`city:${city}:total`, cityTotal + fare); // RACE
}
