/** What the panel and the page in it say to each other. */
import type { Explanation } from './view-model.js';

export type ToPage = { readonly kind: 'show'; readonly explanation: Explanation };

/** What was asked for with a race, counted from 0; `reveal` of one of its steps. */
export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reveal'; readonly race: number; readonly step: number }
  | { readonly kind: 'fix' | 'document'; readonly race: number };

/** The page is ours, and still another program: what it says is looked at. */
export function isFromPage(message: unknown): message is FromPage {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return false;
  if (message.kind === 'ready') return true;
  if (!('race' in message) || !Number.isInteger(message.race)) return false;
  if (message.kind === 'reveal') return 'step' in message && Number.isInteger(message.step);
  return message.kind === 'fix' || message.kind === 'document';
}
