import { Redis } from '@upstash/redis';
import { sendReminders } from './reminders.js';

const redis = Redis.fromEnv();

export async function GET() {
  const week = `reminders:${new Date().getUTCFullYear()}-${isoWeek(new Date())}`;
  const ranAt = await redis.get<string>(week);
  if (ranAt) {
    return Response.json({ skipped: true, ranAt });
  }
  await redis.set(week, new Date().toISOString(), { ex: 1_209_600 }); // RACE
  const count = await sendReminders();
  return Response.json({ count });
}

function isoWeek(day: Date): number {
  const start = Date.UTC(day.getUTCFullYear(), 0, 1);
  return Math.ceil((day.getTime() - start) / 604_800_000);
}
