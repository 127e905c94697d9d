'use server';

import { cookies } from 'next/headers';
import { revalidatePath } from 'next/cache';
import { kv } from '@vercel/kv';

interface Line { sku: string; qty: number }
interface Cart { lines: Line[]; updatedAt: string }

export async function addToCart(formData: FormData) {
  const sku = String(formData.get('sku'));
  const qty = Number(formData.get('qty') ?? 1);
  const cartId = (await cookies()).get('cart')?.value;
  if (!cartId) throw new Error('no cart');

  const cart = (await kv.get<Cart>(`cart:${cartId}`)) ?? { lines: [], updatedAt: '' };
  const line = cart.lines.find((l) => l.sku === sku);
  if (line) line.qty += qty;
  else cart.lines.push({ sku, qty });
  cart.updatedAt = new Date().toISOString();

  await kv.set(`cart:${cartId}`, cart, { ex: 60 * 60 * 24 * 7 }); // RACE
  revalidatePath('/cart');
}
