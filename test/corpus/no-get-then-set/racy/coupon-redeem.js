import { kv } from '@vercel/kv';

const json = (body, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

export default async function handler(req) {
  const { code, orderTotal } = await req.json();
  const coupon = await kv.hgetall(`coupon:${code}`);

  switch (true) {
    case !coupon:
      return json({ error: 'unknown coupon' }, 404);
    case coupon.uses >= coupon.maxUses:
      return json({ error: 'used up' }, 410);
    case orderTotal < coupon.minTotal:
      return json({ error: 'order is too small' }, 422);
    default:
      await kv.hset(`coupon:${code}`, { uses: coupon.uses + 1 }); // RACE
      return json({ discount: coupon.percent * orderTotal });
  }
}
