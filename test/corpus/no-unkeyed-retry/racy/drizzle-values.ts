import { backOff } from 'exponential-backoff';
import { db } from './db';
import { events } from './schema';

export const track = (name: string, user: string) =>
  backOff(() => db.insert(events).values({ name, user, at: new Date() }), { numOfAttempts: 5 }); // RACE
