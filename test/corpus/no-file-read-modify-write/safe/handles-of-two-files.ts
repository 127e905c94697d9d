import { open, type FileHandle } from 'node:fs/promises';

async function amountIn(file: FileHandle): Promise<number> {
  return Number(await file.readFile('utf8'));
}

export async function report(): Promise<void> {
  const till = await open('/var/till/balance.txt', 'r');
  const copy = await open('/var/till/yesterday.txt', 'r+');
  const balance = await amountIn(till);
  await copy.write(String(balance), 0);
  await till.close();
  await copy.close();
}
