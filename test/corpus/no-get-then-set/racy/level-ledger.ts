import { Level } from 'level';

const db = new Level<string, { balance: number }>('./ledger', { valueEncoding: 'json' });
const accounts = db.sublevel<string, { balance: number }>('accounts', { valueEncoding: 'json' });

export async function credit(id: string, amount: number): Promise<void> {
  const account = (await accounts.get(id)) ?? { balance: 0 };
  await accounts.put(id, { balance: account.balance + amount }); // RACE
}
