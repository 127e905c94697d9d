// safe: the buffer is replaced in the step that takes it
import { sendEvents, type Event } from './analytics.js';

let queue: Event[] = [];

export function track(event: Event): void {
  queue.push(event);
}

export async function flush(): Promise<void> {
  if (queue.length === 0) return;
  const batch = queue;
  queue = [];
  try {
    await sendEvents(batch);
  } catch (error) {
    queue = [...batch, ...queue];
    throw error;
  }
}
