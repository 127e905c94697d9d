import Redis from 'ioredis';
import { verify } from './signature.js';
import { shipOrder } from './shipping.js';

const redis = new Redis();

export async function onDelivery(req, res) {
  const notice = verify(req.body, req.headers['x-signature']);
  const seen = `notice:${notice.id}`;
  if (await redis.exists(seen)) {
    res.sendStatus(200);
    return;
  }
  await redis.set(seen, notice.kind, 'EX', 600); // RACE
  await shipOrder(notice.orderId);
  res.sendStatus(200);
}
