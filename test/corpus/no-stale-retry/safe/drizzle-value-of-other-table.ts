// safe: the price is of another table; what is written is read inside
import { and, eq } from 'drizzle-orm';
import { db } from './db';
import { carts, products } from './schema';

export async function add(cartId: string, sku: string) {
  const [product] = await db.select().from(products).where(eq(products.sku, sku));
  for (let attempt = 1; attempt <= 5; attempt++) {
    const [cart] = await db.select().from(carts).where(eq(carts.id, cartId));
    const updated = await db
      .update(carts)
      .set({ total: cart.total + product.price, version: cart.version + 1 })
      .where(and(eq(carts.id, cartId), eq(carts.version, cart.version)))
      .returning();
    if (updated.length === 1) return updated[0];
  }
  throw new Error('too many conflicts');
}
