// Read and write in one transaction
export class Stock {
  constructor(private readonly state: DurableObjectState) {}

  async take(sku: string, quantity: number): Promise<boolean> {
    return this.state.storage.transaction(async (txn) => {
      const left = (await txn.get<number>(sku)) ?? 0;
      const allowed = await isAllowed(sku);
      if (!allowed || left < quantity) return false;
      await txn.put(sku, left - quantity);
      return true;
    });
  }
}

async function isAllowed(sku: string): Promise<boolean> {
  return (await fetch(`https://policy.example.com/${sku}`)).ok;
}
