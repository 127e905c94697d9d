// safe: one loop collects and sends, in turn
import { receive, deliver } from './transport.js';

const batch = [];

export async function pump(signal) {
  while (!signal.aborted) {
    batch.push(await receive());
    if (batch.length < 20) continue;
    await deliver(batch);
    batch.length = 0;
  }
}
