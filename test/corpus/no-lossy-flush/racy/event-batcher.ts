import { sendEvents, type Event } from './analytics.js';

let queue: Event[] = [];

export function track(event: Event): void {
  queue.push(event);
}

export async function flush(): Promise<void> {
  if (queue.length === 0) return;
  await sendEvents(queue);
  queue = []; // RACE
}
