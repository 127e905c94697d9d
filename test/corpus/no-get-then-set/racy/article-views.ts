import Redis from 'ioredis';
import { Router, type Request, type Response } from 'express';
import pino from 'pino';

const log = pino({ name: 'articles' });
const redis = new Redis(process.env.REDIS_URL ?? 'redis://localhost:6379');

export const articles = Router();

articles.get('/articles/:slug', async (req: Request, res: Response) => {
  const { slug } = req.params;
  if (!slug || !/^[a-z0-9-]+$/.test(slug as string)) {
    res.status(400).json({ error: 'bad slug' });
    return;
  }

  const views = Number((await redis.get(`article:${slug}:views`)) ?? 0) + 1;
  await redis.set(`article:${slug}:views`, views); // RACE

  log.info({ slug, views }, 'article opened');
  res.json({ slug, views });
});
