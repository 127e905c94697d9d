import { put } from './blob.js';

const events: { at: number; text: string }[] = [];

export function note(text: string): void {
  events.push({ at: Date.now(), text });
}

export async function archive(): Promise<void> {
  const lines: string[] = [];
  for (const event of events) lines.push(`${event.at} ${event.text}`);
  await put('archive.log', lines.join('\n'));
  events.length = 0; // RACE
}
