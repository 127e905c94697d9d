/** What a fixture expects of the plugin: which reports its racy text has, and which rewrites are offered. */

export type RewriteKind =
  | 'increment'
  | 'compare-and-set'
  | 'lock'
  | 'mutex'
  | 'web-lock'
  | 'transaction'
  | 'blocked-events'
  | 'await-first'
  | 'kept-promise'
  | 'await-first'
  | 'kept-promise'
  | 'flag-first'
  | 'run-exclusive'
  | 'finally'
  | 'owner'
  | 'awaited'
  | 'deadline'
  | 'retries'
  | 'structured-error';

/** The words in a suggestion's title that tell its kind; the first that matches counts. */
const TITLES: readonly (readonly [RewriteKind, RegExp])[] = [
  ['run-exclusive', /`runExclusive`/],
  ['finally', /`finally`/],
  ['owner', /\bowner\b/],
  ['awaited', /^Await it while\b/],
  ['deadline', /\bseconds at most\b/],
  ['retries', /\bten times\b/],
  ['structured-error', /`LOCK_HELD`/],
  ['mutex', /mutex/i],
  ['web-lock', /\bweb lock\b/i],
  ['transaction', /\bin one transaction\b/i],
  ['blocked-events', /\bno other event\b/i],
  ['await-first', /\bawait first\b|\bafter the wait\b/i],
  ['kept-promise', /\bpromise\b/i],
  ['flag-first', /\bbefore the wait\b/i],
  ['lock', /\block\b/i],
  ['compare-and-set', /compare-and-set/i],
  ['increment', /\b[hz]?(?:incr|decr)(?:by)?(?:float)?\b|\batomic (?:increment|decrement)\b/i],
];

interface ExpectedRace {
  /** A part of the line on which the report sits; no other line of the text holds it. */
  readonly write: string;
}

export interface ExpectedRewrites extends ExpectedRace {
  /** At least these kinds are offered. */
  readonly offers: readonly [RewriteKind, ...RewriteKind[]];
  /** These would be wrong here. */
  readonly never?: readonly RewriteKind[];
}

/** A race for which no right rewrite exists. */
export interface ExpectedWithoutRewrite extends ExpectedRace {
  readonly offers: 'none';
  readonly because: string;
}

export interface Expectation {
  readonly rule: `interleave/${string}`;
  readonly reports: readonly (ExpectedRewrites | ExpectedWithoutRewrite)[];
}

export function defineExpectation(expectation: Expectation): Expectation {
  return expectation;
}

/** The kind of the suggestion with this title, undefined where the title tells none. */
export function kindOfRewrite(title: string): RewriteKind | undefined {
  return TITLES.find(([, words]) => words.test(title))?.[0];
}
