// safe: one atomic INCR
import Redis from 'ioredis';
import { Router, type Request, type Response } from 'express';
import pino from 'pino';

const log = pino({ name: 'articles' });
const redis = new Redis(process.env.REDIS_URL ?? 'redis://localhost:6379');

export const articles = Router();

articles.get('/articles/:slug', async (req: Request, res: Response) => {
  const { slug } = req.params;
  if (!slug) {
    res.status(400).json({ error: 'bad slug' });
    return;
  }
  const views = await redis.incr(`article:${slug}:views`);
  log.info({ slug, views }, 'article opened');
  res.json({ slug, views });
});

articles.get('/articles/:slug/views', async (req: Request, res: Response) => {
  const views = Number((await redis.get(`article:${req.params.slug}:views`)) ?? 0);
  res.json({ views });
});
