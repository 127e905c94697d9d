// safe: as many are taken off as were sent; new ones stand behind them
import { deliver, type Mail } from './mailer.js';

const outbox: Mail[] = [];

export function enqueue(mail: Mail): void {
  outbox.push(mail);
}

export async function drain(): Promise<void> {
  const batch = outbox.slice(0, 50);
  await deliver(batch);
  outbox.splice(0, batch.length);
}
