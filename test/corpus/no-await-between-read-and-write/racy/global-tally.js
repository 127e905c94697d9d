import { classify } from './classifier.js';

globalThis.__spamSeen ??= 0;

export default async function onMail(mail) {
  const before = globalThis.__spamSeen;
  const label = await classify(mail.body);
  if (label === 'spam') {
    globalThis.__spamSeen = before + 1; // RACE
  }
  return label;
}
