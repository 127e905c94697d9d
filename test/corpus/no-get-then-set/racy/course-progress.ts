import type { Cluster, Redis } from 'ioredis';
import type { Logger } from 'pino';

export interface Deps {
  redis: Redis | Cluster;
  logger: Logger;
  now?: () => Date;
}

interface Progress {
  done: Record<string, string>;
  score: { sum: number; count: number };
}

export function makeCourseProgress({ redis, logger, now = () => new Date() }: Deps) {
  async function completeLesson(student: string, lesson: string, score: number) {
    const text = await redis.get(`progress:${student}`);
    const progress: Progress = text ? JSON.parse(text) : { done: {}, score: { sum: 0, count: 0 } };

    progress.done[lesson] = now().toISOString();
    progress.score.sum += score;
    progress.score.count++;

    await redis.set(`progress:${student}`, JSON.stringify(progress)); // RACE
    logger.debug({ student, lesson }, 'lesson completed');
    return progress.score.sum / progress.score.count;
  }

  return { completeLesson };
}
