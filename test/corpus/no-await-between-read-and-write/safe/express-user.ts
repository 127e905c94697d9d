// safe: req and res belong to one request
import type { NextFunction, Request, Response } from 'express';
import { findSession, permissionsOf } from './sessions.js';

export async function attachUser(req: Request, res: Response, next: NextFunction) {
  if (!req.user) {
    const session = await findSession(req.cookies.sid);
    req.user = session?.user;
  }
  res.locals.cost = (res.locals.cost ?? 0) + (await permissionsOf(req.user)).length;
  next();
}
