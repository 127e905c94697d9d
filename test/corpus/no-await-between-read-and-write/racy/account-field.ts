const accounts = new Map<string, { balance: number }>();
export async function withdraw(id: string, amount: number): Promise<void> {
  const account = accounts.get(id);
  if (!account) throw new Error('unknown');
  if (account.balance < amount) throw new Error('insufficient');
  await audit(id, amount);
  account.balance -= amount; // RACE
}
declare function audit(id: string, amount: number): Promise<void>;
