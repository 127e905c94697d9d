import { deliver, type Mail } from './mailer.js';

const outbox: Mail[] = [];

export function enqueue(mail: Mail): void {
  outbox.push(mail);
}

export async function drain(): Promise<void> {
  for (const mail of outbox) await deliver(mail);
  outbox.splice(0, outbox.length); // RACE
}
