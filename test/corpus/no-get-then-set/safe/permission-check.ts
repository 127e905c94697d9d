// safe: the owner comes from another key; the body comes from the request
import type { Request, Response } from 'express';
import Redis from 'ioredis';

const redis = new Redis();

export async function putNote(req: Request, res: Response) {
  const owner = await redis.get(`note:${req.params.id}:owner`);
  if (owner !== req.header('x-user')) {
    res.sendStatus(403);
    return;
  }
  await redis.set(`note:${req.params.id}`, JSON.stringify(req.body));
  res.sendStatus(204);
}
