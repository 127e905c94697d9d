import { kv } from '@vercel/kv';
import { pull, classify } from './mail.js';

async function worker(): Promise<void> {
  for (;;) {
    const mail = await pull();
    if (!mail) return;
    const label = await classify(mail);
    await kv.set('inbox:label', { mail: mail.id, label }); // RACE
  }
}

export async function run(): Promise<void> {
  await Promise.all([worker(), worker(), worker()]);
}
