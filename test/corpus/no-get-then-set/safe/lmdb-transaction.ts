// Read and write in one transaction, or only where the version is still the same
import { open } from 'lmdb';

const db = open<number, string>({ path: 'stock', useVersions: true });

export function take(sku: string, quantity: number): Promise<number> {
  return db.transaction(() => {
    const stock = db.get(sku) ?? 0;
    if (stock < quantity) throw new RangeError('sold out');
    db.put(sku, stock - quantity);
    return stock - quantity;
  });
}

export function takeNow(sku: string): number {
  return db.transactionSync(() => {
    const stock = db.get(sku) ?? 0;
    db.putSync(sku, stock - 1);
    return stock - 1;
  });
}

export async function takeIfSame(sku: string): Promise<boolean> {
  const entry = db.getEntry(sku);
  if (!entry) return false;
  return db.ifVersion(sku, entry.version ?? 0, () => {
    db.put(sku, entry.value - 1, (entry.version ?? 0) + 1);
  });
}
