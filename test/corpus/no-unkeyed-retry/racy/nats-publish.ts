import { connect, StringCodec } from 'nats';

const nc = await connect();
const js = nc.jetstream();
const codec = StringCodec();

export async function publishPrice(symbol: string, price: number) {
  let sent = false;
  do {
    try {
      await js.publish(`prices.${symbol}`, codec.encode(String(price))); // RACE
      sent = true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  } while (!sent);
}
