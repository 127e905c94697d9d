// safe: the session object comes from the caller (express-session touch/set)
import { Store, type SessionData } from 'express-session';
import Redis from 'ioredis';

export class SimpleStore extends Store {
  constructor(private readonly client: Redis) {
    super();
  }

  get(sid: string, cb: (err: unknown, session?: SessionData | null) => void) {
    this.client.get(`s:${sid}`).then((raw) => cb(null, raw ? JSON.parse(raw) : null), cb);
  }

  set(sid: string, session: SessionData, cb?: (err?: unknown) => void) {
    this.client.set(`s:${sid}`, JSON.stringify(session), 'EX', 86400).then(() => cb?.(), cb);
  }

  destroy(sid: string, cb?: (err?: unknown) => void) {
    this.client.del(`s:${sid}`).then(() => cb?.(), cb);
  }
}
