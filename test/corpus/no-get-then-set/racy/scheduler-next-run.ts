import parser from 'cron-parser';
import { createClient, type RedisClientType } from 'redis';

interface Schedule { cron: string; nextRun: number; runs: number; lastError?: string }

export class Scheduler {
  private client: RedisClientType;

  constructor(url: string) {
    this.client = createClient({ url });
  }

  async complete(jobName: string, error?: Error): Promise<Schedule> {
    const raw = await this.client.hGet('schedules', jobName);
    if (raw === null || raw === undefined) throw new Error(`no schedule ${jobName}`);
    const schedule: Schedule = JSON.parse(raw);
    const updated: Schedule = {
      ...schedule,
      runs: schedule.runs + 1,
      nextRun: parser.parseExpression(schedule.cron).next().getTime(),
      lastError: error?.message,
    };
    await this.client.hSet('schedules', jobName, JSON.stringify(updated)); // RACE
    return updated;
  }
}
