import { model } from './model.js';

const memory: { summary: string; turns: number } = { summary: '', turns: 0 };

function loadSummary(): string {
  return memory.summary;
}

function storeSummary(summary: string): void {
  memory.summary = summary; // RACE
}

export async function remember(utterance: string): Promise<void> {
  const summary = loadSummary();
  const shorter = await model.summarise(`${summary}\n${utterance}`);
  storeSummary(shorter); // RACE
}
