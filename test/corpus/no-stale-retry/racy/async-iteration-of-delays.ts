import { setTimeout as delay } from 'node:timers/promises';
import type { Firestore } from '@google-cloud/firestore';

const BACKOFF = [10, 50, 250, 1000];

export class Counters {
  constructor(private readonly firestore: Firestore) {}

  async bump(name: string): Promise<number> {
    const ref = this.firestore.doc(`counters/${name}`);
    const snap = await ref.get();
    const next = (snap.data()?.value ?? 0) + 1;
    for (const pause of BACKOFF) {
      try {
        await ref.update({ value: next }, { lastUpdateTime: snap.updateTime }); // RACE
        return next;
      } catch (err) {
        if ((err as { code?: string }).code !== 'failed-precondition') throw err;
        await delay(pause);
      }
    }
    throw new Error('counter is too busy');
  }
}
