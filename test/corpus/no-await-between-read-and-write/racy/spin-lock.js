import { setTimeout as sleep } from 'node:timers/promises';
import { openSession } from './session.js';

let locked = false;

export async function exclusive(user, work) {
  while (locked) await sleep(5);
  const session = await openSession(user);
  locked = true; // RACE
  try {
    return await work(session);
  } finally {
    locked = false;
  }
}
