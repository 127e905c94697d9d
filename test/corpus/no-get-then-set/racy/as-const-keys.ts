import { createClient } from 'redis';

const KEYS = {
  cart: (id: string) => `cart:${id}` as const,
  coupon: (id: string) => `coupon:${id}` as const,
} as const;

const redis = createClient();

type Cart = { items: Record<string, number>; coupons: string[] };
const empty = { items: {}, coupons: [] } satisfies Cart;

export async function applyCoupon(cartId: string, code: string): Promise<Cart> {
  const exists = await redis.exists(KEYS.coupon(code));
  if (!exists) throw new Error('unknown coupon');
  const cart: Cart = JSON.parse((await redis.get(KEYS.cart(cartId))) ?? JSON.stringify(empty));
  cart.coupons = [...cart.coupons.filter((c) => c !== code), code];
  await redis.set(KEYS.cart(cartId), JSON.stringify(cart)); // RACE
  return cart;
}
