import { Redis } from "ioredis";

const redis = new Redis();

type Candle = { open: number; high: number; low: number; close: number };

/** Folds a trade into the candle of the running minute. */
export async function onTrade(symbol: string, price: number, at = Date.now()) {
  const minute = Math.trunc(at / 60_000);
  const fields = await redis.hgetall(`candle:${symbol}:${minute}`);

  const candle: Candle =
    "open" in fields
      ? {
          open: Number(fields.open),
          high: Math.max(Number(fields.high), price),
          low: Math.min(Number(fields.low), price),
          close: price,
        }
      : { open: price, high: price, low: price, close: price };

  await redis.hset(`candle:${symbol}:${minute}`, candle); // RACE
  return candle;
}
