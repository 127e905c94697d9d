import Redis from 'ioredis';

const redis = new Redis(process.env.REDIS_URL as string);

interface Otp { hash: string; attemptsLeft: number }

export async function verifyOtp(phone: string, hash: string): Promise<'ok' | 'wrong' | 'blocked' | 'expired'> {
  const key = `otp:${phone}`;
  const raw = await redis.get(key);
  if (raw === null) return 'expired';

  const otp: Otp = JSON.parse(raw);
  if (otp.attemptsLeft <= 0) return 'blocked';
  if (otp.hash === hash) return 'ok';

  await redis.set(key, JSON.stringify({ ...otp, attemptsLeft: otp.attemptsLeft - 1 }), 'KEEPTTL'); // RACE
  return 'wrong';
}
