/** Libraries that run a function again when it fails, as data. */
import type { ErrorClass } from './error-signals.js';

/** How one exported function, or one method of what it gives, retries. */
export interface RetryModel {
  /** npm packages that export it. */
  readonly packages: readonly string[];
  /** Exported names; `default` for the default export and for the module itself. */
  readonly names: readonly string[];
  /** Where the retried function stands; `last` where it varies. */
  readonly at: number | 'last';
  /** The retried function's parameter that ends the retries: `bail(error)`. */
  readonly bail?: number;
  /** The retried function's parameter that asks for another round: `.catch(retry)`. */
  readonly again?: number;
  /** Methods of the object that the exported names give, which run the function: `policy.execute(fn)`. */
  readonly methods?: readonly string[];
  /** Gives a function that retries instead of running one: `makeRetriable(fn)`. */
  readonly wraps?: boolean;
}

export const RETRY_LIBRARIES: readonly RetryModel[] = [
  { packages: ['p-retry'], names: ['default'], at: 0 },
  { packages: ['p-retry'], names: ['makeRetriable'], at: 0, wraps: true },
  { packages: ['async-retry'], names: ['default'], at: 0, bail: 0 },
  { packages: ['promise-retry'], names: ['default'], at: 'last', again: 0 },
  { packages: ['retry'], names: ['default'], at: 0 },
  { packages: ['ts-retry-promise'], names: ['retry'], at: 0 },
  { packages: ['ts-retry'], names: ['retry', 'retryAsync'], at: 0 },
  { packages: ['exponential-backoff'], names: ['backOff'], at: 0 },
  { packages: ['@lifeomic/attempt'], names: ['retry'], at: 0 },
  { packages: ['async'], names: ['retry'], at: 'last' },
  { packages: ['retry-as-promised', 'promise-poller', 'p-retry-cjs'], names: ['default', 'retryAsPromised'], at: 0 },
  { packages: ['es-toolkit', 'es-toolkit/function'], names: ['retry'], at: 0 },
  { packages: ['radash'], names: ['retry'], at: 1 },
  { packages: ['cockatiel'], names: ['retry', 'Policy'], at: 0, methods: ['execute'] },
  { packages: ['polly-js'], names: ['default'], at: 0, methods: ['executeForPromise', 'execute'] },
];

/** Classes of libraries whose errors end the retries when they are thrown. */
export const ABORTING_ERRORS: ReadonlySet<string> = new Set(['AbortError', 'NotRetryableError', 'BailError']);

/** Options that are asked, with the error, whether to go on. */
export const RETRY_FILTERS: ReadonlySet<string> = new Set([
  'shouldretry',
  'retryif',
  'retryon',
  'retrywhen',
  'retrycondition',
  'isretryable',
  'isretriable',
  'errorfilter',
  'handleerror',
  'canretry',
  'retry',
  'when',
  'filter',
  'predicate',
  'match',
]);

/** Options that are told of a failed attempt, and end the retries by throwing. */
export const RETRY_LISTENERS: ReadonlySet<string> = new Set(['onfailedattempt', 'onretry', 'onerror']);

/** Methods and functions of cockatiel that say which errors a policy handles. */
export const POLICY_FILTERS: ReadonlyMap<string, 'all' | 'predicate' | 'type'> = new Map(Object.entries({
  handleAll: 'all',
  handleWhen: 'predicate',
  orWhen: 'predicate',
  handleType: 'type',
  orType: 'type',
} as const));

/**
 * A function that another module gives and that retries what it is handed, by its name: `withRetry`, `retry`,
 * `retryOnConflict`. One that is only told so: nothing shows which errors it retries.
 */
export const RETRY_NAME =
  /^(?:with|run|call|execute|do|try|perform|auto)?_?-?(?:with)?_?retr(?:y|ies|ying|ier)(?:able|Async|Operation|Promise|Fn|Call|Request|Transaction|Policy)?$|^(?:run|call|execute|do|try|perform|fetch)With_?(?:Retr(?:y|ies)|Backoff)$|^(?:with|retryWith)(?:Exponential)?Backoff$|^(?:with|run|execute)?(?:Optimistic|Conflict|Serializ\w+|Transaction)?Retr(?:y|ies)$/u;

/** The same, where the name says which errors are retried: `retryOnConflict`. */
export const RETRY_ON: readonly (readonly [RegExp, ErrorClass])[] = [
  [/retr(?:y|ies)\w*(?:on|if|for|when)\w*(?:conflict|stale|version|optimis|concurren|cas)/iu, 'conflict'],
  [/(?:optimis\w+|conflict|cas|version\w*)_?retr(?:y|ies)/iu, 'conflict'],
  [/retr(?:y|ies)\w*(?:on|if|for|when)\w*(?:deadlock|serializ\w+)|(?:deadlock|serializ\w+)_?retr(?:y|ies)/iu, 'serialization'],
  [/retr(?:y|ies)\w*(?:on|if|for|when)\w*(?:network|timeout|connection|transient|unavailable|5xx|server)/iu, 'network'],
  [/retr(?:y|ies)\w*(?:on|if|for|when)\w*(?:rate|limit|throttl|429)/iu, 'limited'],
];
