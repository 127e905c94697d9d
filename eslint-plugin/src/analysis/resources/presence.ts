/** What a file can hold at all, from its text: those that hold nothing of interest cost no more than this. */
import type { StoreModel } from '../../stores/model.js';
import { ROW_WRITES } from '../../stores/rows.js';
import { WRITING_METHODS } from './sharing.js';

interface Patterns {
  /** All that speaks of any of the stores, each time it stands in a text. */
  readonly any: RegExp;
  readonly each: readonly { readonly store: StoreModel; readonly pattern: RegExp }[];
}

const known = new WeakMap<readonly StoreModel[], Patterns>();

/** The stores of which texts speak: by their package, their global, or a name that suggests them. */
export function storesIn(texts: readonly string[], stores: readonly StoreModel[]): readonly StoreModel[] {
  let patterns = known.get(stores);
  if (!patterns) known.set(stores, (patterns = patternsOf(stores)));
  const { any, each } = patterns;
  // A text is read once; which stores it speaks of is told from the few words that were found.
  const words = [...new Set(texts.flatMap((text) => text.match(any) ?? []))].join('\n');
  return words === '' ? [] : each.filter(({ pattern }) => pattern.test(words)).map(({ store }) => store);
}

function patternsOf(stores: readonly StoreModel[]): Patterns {
  const each = stores.map((store) => ({ store, pattern: new RegExp(sourceOf([store]), 'u') }));
  return { any: new RegExp(sourceOf(stores), 'gu'), each };
}

function sourceOf(stores: readonly StoreModel[]): string {
  const packages = stores.flatMap((store) => store.packages).map(escape);
  const names = stores.flatMap((store) => [
    ...(store.names ?? []),
    ...Object.keys(store.globals ?? {}),
    ...Object.keys(store.ambientFactories ?? {}),
  ]);
  // Of two that begin alike the longer one comes first, so that it is the one that is found.
  const conventions = stores.flatMap((store) => store.conventions ?? []);
  const alternatives = longestFirst(conventions).map(
    // What may begin with anything is looked for from where it is known.
    (convention) =>
      `${convention.startsWith('*') ? '' : '\\b'}${convention.replace(/^\*/u, '').split('*').map(escape).join('\\w*')}\\b`,
  );
  if (names.length > 0)
    alternatives.push(`(?<![\\w$])(?:${longestFirst(names).map(escape).join('|')})(?![\\w$])`);
  const types = stores.flatMap((store) => Object.keys(store.ambientTypes ?? {})).map(escape);
  if (types.length > 0) alternatives.push(`(?:[:<|&(]|\\bas)\\s*(?:${longestFirst(types).join('|')})\\b`);
  alternatives.push(...stores.flatMap((store) => store.flags ?? []));
  if (packages.length > 0) alternatives.push(`['"\`](?:${longestFirst(packages).join('|')})['"\`/]`);
  // A store with no name at all is in no text.
  return alternatives.length > 0 ? alternatives.join('|') : '(?!)';
}

function longestFirst(words: readonly string[]): string[] {
  return [...new Set(words)].sort((a, b) => b.length - a.length);
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

/** Whether a text speaks of trying something again. */
export function mayTryAgain(text: string): boolean {
  return /[rR]etr(?:y|ies)|[bB]ack[oO]ff|[aA]ttempt|\btries\b|\bwhile\s*\(|\bfor\s*\(\s*;\s*;/u.test(text);
}

/** What changes memory that may be shared, changes a row, or tries again. */
const CHANGES = [
  /\b(?:let|var|this|delete|while)\b|[rR]etr(?:y|ies)|[bB]ack[oO]ff|[aA]ttempt/u,
  /\bfor\s*\(\s*;\s*;|\btries\b|if-?match|conflict|\be-?tag|precondition|\b(?:409|412)\b|\bP20(?:25|34)\b/iu,
  /[\w$)\]]\s*\??\.\s*#?[\w$]+!?\s*(?:=(?![=>])|(?:[-+*/%&|^]|\*\*|<<|>>>?|&&|\|\||\?\?)=|\+\+|--)/u,
  /(?:\+\+|--)\s*[\w$]|\]\s*(?:=(?![=>])|(?:[-+*/%&|^]|\*\*|<<|>>>?|&&|\|\||\?\?)=|\+\+|--)/u,
];

let changingCalls: RegExp | undefined;

/** Whether anything in a file changes what others may see: most that only fetch and show change nothing. */
export function mayChange(text: string): boolean {
  changingCalls ??= new RegExp(
    `(?:^|[^\\w$])(?:${[...new Set([...WRITING_METHODS, ...ROW_WRITES, 'assign'])].map(escape).join('|')})\\s*[(<\`]`,
    'u',
  );
  return CHANGES.some((pattern) => pattern.test(text)) || changingCalls.test(text);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}
