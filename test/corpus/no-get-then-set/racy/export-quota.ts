import { Redis } from "ioredis";

const client = new Redis();

class QuotaExceeded extends Error {}

export async function consumeExport(account: { id: string; plan: "free" | "pro" }, rows: number) {
  const limit = account.plan === "pro" ? 1_000_000 : 10_000;
  const stored = await client.get("exports:" + account.id);

  if (stored === null) {
    if (rows > limit) throw new QuotaExceeded("first export too large");
  } else if (Number(stored) + rows > limit) {
    throw new QuotaExceeded(`limit of ${limit} rows reached`);
  }

  const spent = (stored ? Number(stored) : 0) + rows;
  await client.set("exports:" + account.id, spent, "EX", 86400); // RACE
  return { spent, left: limit - spent };
}
