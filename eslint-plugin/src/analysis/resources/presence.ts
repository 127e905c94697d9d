/** What a file can hold at all, from its text: those that hold nothing of interest cost no more than this. */
import type { StoreModel } from '../../stores/model.js';

interface Patterns {
  readonly any: RegExp;
  readonly each: readonly { readonly store: StoreModel; readonly pattern: RegExp }[];
}

const known = new WeakMap<readonly StoreModel[], Patterns>();

/** The stores of which texts speak: by their package, their global, or a name that suggests them. */
export function storesIn(texts: readonly string[], stores: readonly StoreModel[]): readonly StoreModel[] {
  let patterns = known.get(stores);
  if (!patterns) known.set(stores, (patterns = patternsOf(stores)));
  const { any, each } = patterns;
  const speaking = texts.filter((text) => any.test(text));
  if (speaking.length === 0) return [];
  return each.filter(({ pattern }) => speaking.some((text) => pattern.test(text))).map(({ store }) => store);
}

function patternsOf(stores: readonly StoreModel[]): Patterns {
  const each = stores.map((store) => ({ store, pattern: new RegExp(sourceOf([store]), 'u') }));
  return { any: new RegExp(sourceOf(stores), 'u'), each };
}

function sourceOf(stores: readonly StoreModel[]): string {
  const packages = stores.flatMap((store) => store.packages).map(escape);
  const names = stores.flatMap((store) => [
    ...(store.names ?? []),
    ...Object.keys(store.globals ?? {}),
    ...Object.keys(store.ambientFactories ?? {}),
  ]);
  const alternatives = [...new Set(names)].map((name) => `(?<![\\w$])${escape(name)}(?![\\w$])`);
  const types = stores.flatMap((store) => Object.keys(store.ambientTypes ?? {})).map(escape);
  if (types.length > 0) alternatives.push(`(?:[:<|&(]|\\bas)\\s*(?:${[...new Set(types)].join('|')})\\b`);
  for (const convention of stores.flatMap((store) => store.conventions ?? []))
    alternatives.push(`\\b${convention.split('*').map(escape).join('\\w*')}\\b`);
  alternatives.push(...stores.flatMap((store) => store.flags ?? []));
  if (packages.length > 0) alternatives.push(`['"\`](?:${[...new Set(packages)].join('|')})['"\`/]`);
  // A store with no name at all is in no text.
  return alternatives.length > 0 ? alternatives.join('|') : '(?!)';
}

/** Whether a text speaks of locks: what lets go of one is worth a look there, though it stores nothing. */
export function mayLock(text: string): boolean {
  return /setnx|['"]NX['"]|\b(?:nx|NX)\s*:|advisory|[lL]ock|LOCK|[mM]utex|[sS]ema|[lL]ease/u.test(text);
}

/** Whether anything in a file lets another execution run. */
export function maySuspend(text: string): boolean {
  return /\bawait\b|\.then\s*\(|\byield\b|\bPromise\s*\.\s*(?:all|any|race)|\bset(?:Timeout|Interval|Immediate)\b|\(\s*_?err(?:or)?\b|[Rr]etry\w*\s*[(:]|[bB]ack[oO]ff\w*\s*\(/u.test(
    text,
  );
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}
