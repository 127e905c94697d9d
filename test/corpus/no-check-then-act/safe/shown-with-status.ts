// safe: a cache; what is found is given, with a status and where it comes from
import express from 'express';
import Redis from 'ioredis';
import { render } from './render.js';

const redis = new Redis();
export const pages = express.Router();

pages.get('/pages/:slug', async (req, res) => {
  const key = `page:${req.params.slug}`;
  const found = await redis.get(key);
  if (found) {
    res.status(200).json({ source: 'cache', page: JSON.parse(found) });
    return;
  }
  const page = await render(req.params.slug);
  await redis.set(key, JSON.stringify(page), 'EX', 60);
  res.status(200).json({ source: 'origin', page });
});
