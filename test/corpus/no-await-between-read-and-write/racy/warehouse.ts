const stock = new Map<string, number>([
  ['lamp', 12],
  ['chair', 4],
]);

type Charge = (card: string, cents: number) => Promise<{ ok: boolean }>;

export async function buy(sku: string, card: string, cents: number, charge: Charge) {
  const left = stock.get(sku) ?? 0;
  if (left === 0) throw new Error(`${sku} is sold out`);

  const receipt = await charge(card, cents);
  if (!receipt.ok) throw new Error('card was declined');

  stock.set(sku, left - 1); // RACE
  return receipt;
}
