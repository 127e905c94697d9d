// safe: the new value does not come from the old one
import { createClient } from 'redis';
import type { Request, Response, NextFunction } from 'express';

const client = createClient();
void client.connect();

export async function lastSeen(req: Request, res: Response, next: NextFunction) {
  const user = req.get('x-user');
  if (!user) return next();

  const previous = await client.get(`seen:${user}`);
  res.locals.lastSeen = previous === null ? null : new Date(previous);
  await client.set(`seen:${user}`, new Date().toISOString(), { EX: 30 * 86400 });
  next();
}
