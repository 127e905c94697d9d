// safe: a single attempt on purpose; who holds it is told
import lockfile from 'proper-lockfile';
import { serve } from './serve.js';

export async function start(folder) {
  let release;
  try {
    release = await lockfile.lock(folder);
  } catch (error) {
    if (error.code !== 'ELOCKED') throw error;
    console.error('Another server runs in', folder);
    return;
  }
  try {
    await serve(folder);
  } finally {
    await release();
  }
}
