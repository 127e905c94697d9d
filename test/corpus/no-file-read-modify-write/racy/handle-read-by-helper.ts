import { open, type FileHandle } from 'node:fs/promises';

async function amountIn(file: FileHandle): Promise<number> {
  return Number(await file.readFile('utf8'));
}

export async function deposit(amount: number): Promise<number> {
  const file = await open('/var/till/balance.txt', 'r+');
  try {
    const balance = (await amountIn(file)) + amount;
    await file.write(String(balance), 0); // RACE
    return balance;
  } finally {
    await file.close();
  }
}
