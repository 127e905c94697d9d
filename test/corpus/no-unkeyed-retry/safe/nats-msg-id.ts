// safe: JetStream drops a message with an id that it has seen
import { connect, nuid, StringCodec } from 'nats';

const nc = await connect();
const js = nc.jetstream();
const codec = StringCodec();

export async function publishPrice(symbol: string, price: number) {
  const msgID = nuid.next();
  let sent = false;
  while (!sent) {
    try {
      await js.publish(`prices.${symbol}`, codec.encode(String(price)), { msgID });
      sent = true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
