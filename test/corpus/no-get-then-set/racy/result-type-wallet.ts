import { Redis } from 'ioredis';

type Result<T, E = Error> = { ok: true; value: T } | { ok: false; error: E };
const Ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
const Err = <E>(error: E): Result<never, E> => ({ ok: false, error });

interface Wallet { balance: number; currency: string; ledger: string[] }

const redis = new Redis({ keyPrefix: 'wallet:' });

async function load(id: string): Promise<Result<Wallet, string>> {
  const raw = await redis.get(id);
  if (!raw) return Err('missing');
  try {
    return Ok(JSON.parse(raw) as Wallet);
  } catch {
    return Err('corrupt');
  }
}

export async function credit(id: string, amount: number, ref: string): Promise<Result<number, string>> {
  const loaded = await load(id);
  if (!loaded.ok) return loaded;
  const wallet = loaded.value;
  wallet.balance += amount;
  wallet.ledger.push(ref);
  await redis.set(id, JSON.stringify(wallet)); // RACE
  return Ok(wallet.balance);
}
