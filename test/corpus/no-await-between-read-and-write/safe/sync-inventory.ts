// safe: no suspension anywhere
const stock = new Map<string, number>();
let reserved = 0;

export function reserve(sku: string, amount: number): boolean {
  const left = stock.get(sku) ?? 0;
  if (left < amount) return false;
  stock.set(sku, left - amount);
  reserved += amount;
  return true;
}

export function restock(sku: string, amount: number): void {
  const left = stock.get(sku) ?? 0;
  stock.set(sku, left + amount);
}
