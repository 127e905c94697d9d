/** A lock that excludes nobody when it has to, or everybody for ever. */
import type { LockFlaw, RaceOf } from '../analysis/race.js';
import { rewriteToAwait } from '../fixes/unsafe-lock/await.js';
import { rewriteToDeadline } from '../fixes/unsafe-lock/deadline.js';
import { rewriteToFinally } from '../fixes/unsafe-lock/finally.js';
import { rewriteToOwnedLock } from '../fixes/unsafe-lock/owner.js';
import { rewriteToRetries } from '../fixes/unsafe-lock/retries.js';
import { rewriteToRunExclusive } from '../fixes/unsafe-lock/run-exclusive.js';
import { rewriteToStructuredError } from '../fixes/unsafe-lock/structured-error.js';
import { lineOf, type Description } from './describe.js';
import { defineRaceRule } from './race-rule.js';

export const noUnsafeLock = defineRaceRule({
  name: 'no-unsafe-lock',
  kind: 'unsafe-lock',
  description: 'Disallow locks that are held for ever, let go of by others, or not held to the end',
  describe({ flaw, lock }, sourceCode) {
    return describeFlaw(flaw, `\`${lock.name}\``, lock, (range) => lineOf(range, sourceCode));
  },
  rewrites: [
    rewriteToOwnedLock,
    rewriteToRunExclusive,
    rewriteToFinally,
    rewriteToAwait,
    rewriteToDeadline,
    rewriteToRetries,
    rewriteToStructuredError,
  ],
});

/** Ways in which stores let a key end. */
const ENDS: Readonly<Record<string, string>> = {
  'nats-kv': 'Give the bucket a `ttl`, so that its keys end.',
  etcd3: 'Put it with a lease: `etcd.lease(seconds).put(key)`, or use `etcd.lock(name).ttl(seconds)`.',
  'deno-kv': 'Give it an end: `set(key, token, { expireIn: ms })`.',
  memcached: 'Give it a lifetime other than 0.',
  memjs: 'Give it a lifetime: `{ expires: seconds }`.',
};

function remedyOfExpiry(store: string | undefined): string {
  if (store === undefined)
    return 'Write into it until when it is held, and let others take it over after that.';
  return ENDS[store] ?? 'Take it with a token and an expiry: `SET key token NX PX ms`.';
}

type LineOf = (range: RaceOf<'unsafe-lock'>['place']) => number;

function describeFlaw(
  flaw: LockFlaw,
  name: string,
  { expires, acquire, store }: RaceOf<'unsafe-lock'>['lock'],
  line: LineOf,
): Description {
  switch (flaw.kind) {
    case 'no-expiry':
      return {
        loss: `Stuck lock: ${name} is taken with no expiry, so a holder that dies keeps it for ever`,
        how: 'Nothing else deletes it when the process ends between here and its release.',
        remedy: remedyOfExpiry(store),
      };
    case 'setnx-then-expire':
      return {
        loss: `Stuck lock: ${name} gets its expiry in a second step, so a holder that dies first keeps it for ever`,
        how: `The expiry is set on line ${line(flaw.expire)}, after others can see the lock.`,
        remedy: 'Set both in one command: `SET key token NX PX ms`.',
      };
    case 'release-without-owner':
      return {
        loss: `Foreign lock: ${name} is deleted even where it has expired and another caller holds it by now`,
        how: flaw.sameToken
          ? 'The script compares the owner, and all owners have the same value in it.'
          : flaw.compared
            ? 'The owner is compared in a step of its own; the lock can change hands between the two.'
            : `It is taken${acquire ? ` on line ${line(acquire)}` : ''} with an expiry; nothing compares who holds it when that has passed.`,
        remedy: 'Keep a token in it, and compare and delete in one step, by a script.',
      };
    case 'released-before-write':
      return {
        loss: `Early release: ${name} is let go of before the work that it guards has ended`,
        how: flaw.awaited
          ? `Line ${line(flaw.write)} writes after it.`
          : `Nothing waits for line ${line(flaw.write)}, so the release comes first.`,
        remedy: flaw.awaited ? 'Let go of it after the last write.' : 'Await it while the lock is held.',
      };
    case 'no-finally':
      return {
        loss: flaw.exits
          ? `Held lock: ${name} is not let go of where line ${line(flaw.leak)} leaves`
          : `Held lock: ${name} is not let go of where line ${line(flaw.leak)} throws`,
        how: expires ? 'Others wait until it expires.' : 'Others wait for it for ever.',
        remedy: 'Let go of it in `finally`.',
      };
    case 'endless-wait':
      return {
        loss: `Endless wait: who waits for ${name} waits for ever where it is not let go of`,
        how: `Nothing ends the wait on line ${line(flaw.wait)} but the lock itself.`,
        remedy: 'Give the wait a limit, and say by an error that the lock is held.',
      };
    case 'outcome-ignored':
      return {
        loss: `No lock: nothing looks at whether ${name} was got, so two callers both go on`,
        how: 'The attempt fails while another caller holds it, and the work runs all the same.',
        remedy: 'Go on only where it was got.',
      };
    case 'one-attempt':
      return {
        loss: `One attempt: ${name} is asked for once, so a call fails with \`ELOCKED\` where another one holds it`,
        how: '`retries` is 0 where nothing else is said, and nothing handles the error here.',
        remedy: 'Say how often to try: `{ retries: { retries: 10, minTimeout: 50 } }`.',
      };
    case 'stale-lock-file':
      return {
        loss: `Stuck lock: the file ${name} stays behind where its holder dies, and blocks all others for ever`,
        how: 'Nothing looks at how old it is, or at whether its holder still lives.',
        remedy: 'Use `proper-lockfile`, which renews its lock and takes over stale ones.',
      };
    case 'advisory-lock-through-pool':
      return flaw.lasts === 'session'
        ? {
            loss: 'Lost lock: a pool gives each query another session, so the advisory lock cannot be let go of',
            how: 'The session that has taken it keeps it; `pg_advisory_unlock` in another one does nothing.',
            remedy: 'Take a client from the pool, and lock, work and unlock on that one.',
          }
        : {
            loss: 'No lock: outside of a transaction the advisory lock ends with its own statement',
            how: '`pg_advisory_xact_lock` lasts until the transaction ends, and a query by itself is one.',
            remedy: 'Begin a transaction on one client, and lock and work in it.',
          };
    case 'bare-error':
      return {
        loss: `Blind error: a caller is told that ${name} is held by a message alone`,
        how: 'It can tell neither that from other errors, nor who holds it, nor when to come again.',
        remedy: "Throw an error with `code: 'LOCK_HELD'` and `retryAfterMs`.",
      };
  }
}
