import { complete } from './llm.js';

export interface Turn {
  role: 'user' | 'assistant';
  text: string;
}

let transcript: Turn[] = [];

export async function say(text: string): Promise<Turn[]> {
  transcript = [...transcript, { role: 'user', text }];
  transcript = [...transcript, await complete(transcript)]; // RACE
  return transcript;
}

export function clear(): void {
  transcript = [];
}
