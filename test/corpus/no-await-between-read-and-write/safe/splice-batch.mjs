// safe: the batch is taken out of the array before the await
import { deliver } from './webhooks.mjs';

const pending = [];

export function notify(event) {
  pending.push(event);
}

export async function drain() {
  while (pending.length > 0) {
    const batch = pending.splice(0, 50);
    await deliver(batch);
  }
}
