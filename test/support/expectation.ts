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
  | 'flag-first'
  | 'join-reducer'
  | 'merge-reducer'
  | 'delta'
  | 'content-id'
  | 'random-id'
  | 'file-lock'
  | 'own-path'
  | 'claim'
  | 'take'
  | 'recursive'
  | 'force'
  | 'exclusive'
  | 'swap-first'
  | 'await-it'
  | 'in-turn'
  | 'own-key'
  | 'read-inside'
  | 'bounded-read'
  | 'operation-id'
  | 'run-exclusive'
  | 'finally'
  | 'owner'
  | 'awaited'
  | 'deadline'
  | 'retries'
  | 'structured-error';

/** The words in a suggestion's title that tell its kind; the first that matches counts. */
const TITLES: readonly (readonly [RewriteKind, RegExp])[] = [
  ['bounded-read', /\bgive up\b/i],
  ['read-inside', /\binside the (?:loop|retried)\b/i],
  ['operation-id', /\boperation id\b/i],
  ['join-reducer', /join the lists .* reducer/i],
  ['merge-reducer', /merge the objects .* reducer/i],
  ['delta', /only what is new/i],
  ['content-id', /hash of/i],
  ['random-id', /random id/i],
  ['file-lock', /\bfile lock\b/i],
  ['own-path', /\bdirectory of its own\b|\bname of its own\b|\bone file for each session\b/i],
  ['recursive', /`recursive: true`/],
  ['force', /`force: true`/],
  ['exclusive', /`EEXIST`/],
  ['take', /\btakes\b/i],
  ['claim', /^claim it\b|\badds it\b/i],
  ['swap-first', /\bbefore the save\b/i],
  ['await-it', /\bwait for it\b/i],
  ['in-turn', /\bone after the other\b/i],
  ['own-key', /\bof its own\b/i],
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
