/**
 * What errors and answers are called, and what they say about the operation that failed. One table for all
 * libraries: codes are unique enough, and a retry helper seldom says which library it is for.
 */

/**
 * - `conflict`: somebody else has written since the version that the write names;
 * - `serialization`: the database rolled the transaction back because of another one;
 * - `duplicate`: there is such a record already;
 * - `network`: the answer did not come, so the operation may have taken effect;
 * - `server`: the server failed, perhaps after the effect;
 * - `refused`: the operation never reached the server;
 * - `limited`: the server turned it away, asking to come later;
 * - `other`: a failure of another kind, on which nothing of the above hangs.
 */
export type ErrorClass =
  'conflict' | 'serialization' | 'duplicate' | 'network' | 'server' | 'refused' | 'limited' | 'other';

const CODES: Readonly<Record<ErrorClass, readonly string[]>> = {
  conflict: [
    // Prisma: the record that the `where` asks for is not there.
    'P2025',
    'VersionError',
    'OptimisticLockError',
    'OptimisticLockVersionMismatchError',
    'OptimisticLockCanNotBeUsedError',
    'ConditionalCheckFailedException',
    'ConditionalCheckFailed',
    'TransactionCanceledException',
    'ConditionalRequestConflict',
    'PreconditionFailed',
    'ConditionNotMet',
    'WatchError',
    'StaleObjectStateError',
    'StaleElementError',
    'UpdateConditionNotMet',
    'CONFLICT',
    'Conflict',
    'conflict',
    'FAILED_PRECONDITION',
    'failed-precondition',
    'ABORTED',
    'aborted',
    'version_conflict_engine_exception',
    '409',
    '412',
    '428',
    // gRPC: FAILED_PRECONDITION and ABORTED
    '9',
    '10',
    // NATS JetStream: wrong last sequence
    '10071',
  ],
  serialization: [
    'P2034',
    '40001',
    '40P01',
    'ER_LOCK_DEADLOCK',
    'ER_LOCK_WAIT_TIMEOUT',
    'WriteConflict',
    'TransientTransactionError',
    'SQLITE_BUSY',
    'SQLITE_BUSY_SNAPSHOT',
    'SequelizeDatabaseDeadlock',
    '112',
    '1205',
    '1213',
  ],
  duplicate: [
    'P2002',
    '23505',
    'ER_DUP_ENTRY',
    'E11000',
    '11000',
    '11001',
    'SQLITE_CONSTRAINT_UNIQUE',
    'SQLITE_CONSTRAINT_PRIMARYKEY',
    'UniqueConstraintError',
    'SequelizeUniqueConstraintError',
    'ALREADY_EXISTS',
    'already-exists',
    'BucketAlreadyExists',
    'EEXIST',
    '1062',
  ],
  network: [
    'ECONNRESET',
    'ETIMEDOUT',
    'ESOCKETTIMEDOUT',
    'ECONNABORTED',
    'EPIPE',
    'ENETDOWN',
    'ENETRESET',
    'UND_ERR_SOCKET',
    'UND_ERR_HEADERS_TIMEOUT',
    'UND_ERR_BODY_TIMEOUT',
    'UND_ERR_ABORTED',
    'ERR_NETWORK',
    'AbortError',
    'ERR_CANCELED',
    'NetworkError',
    'TimeoutError',
    'RequestTimeout',
    'FetchError',
    'DEADLINE_EXCEEDED',
    'P1001',
    'P1002',
    'P1008',
    'P1017',
    'PROTOCOL_CONNECTION_LOST',
    'StripeConnectionError',
    '57P01',
    '08006',
    '08003',
    '408',
  ],
  server: [
    '500',
    '502',
    '503',
    '504',
    '520',
    '521',
    '522',
    '523',
    '524',
    'UNAVAILABLE',
    'INTERNAL',
    'InternalServerError',
    'InternalError',
    'ServiceUnavailable',
    'ServiceUnavailableError',
    'StripeAPIError',
    'BadGateway',
    'GatewayTimeout',
  ],
  refused: [
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EADDRINUSE',
    'UND_ERR_CONNECT_TIMEOUT',
    'POOL_TIMEOUT',
    'P2024',
  ],
  limited: [
    '429',
    '425',
    'RateLimitError',
    'TooManyRequestsError',
    'ThrottlingException',
    'Throttling',
    'ProvisionedThroughputExceededException',
    'RESOURCE_EXHAUSTED',
    'StripeRateLimitError',
    'rate_limited',
    'ratelimited',
  ],
  other: [
    '400',
    '401',
    '403',
    '404',
    '405',
    '410',
    '413',
    '415',
    '422',
    'ENOENT',
    'EACCES',
    'ValidationError',
  ],
};

const CLASS_OF = new Map(
  Object.entries(CODES).flatMap(([name, codes]) => codes.map((code) => [code, name as ErrorClass] as const)),
);

/** Words in names of classes and predicates, and in messages, that say the same; the first that fits counts. */
const WORDS: readonly (readonly [RegExp, ErrorClass])[] = [
  [/duplicate|unique|already.?exist/iu, 'duplicate'],
  [/serializ|deadlock|rolled.?back|write.?conflict|could not obtain lock/iu, 'serialization'],
  [
    /conflict|stale|version|optimis|concurren|precondition|mismatch|outdated|lost.?(?:update|race)|\betag|revision|conditional.?check|watch.?error|changed (?:by|since|under)|modified (?:by|since)|compare.?and|\bcas\b|occ\b/iu,
    'conflict',
  ],
  [/rate.?limit|too.?many|throttl|quota/iu, 'limited'],
  [/refused|not.?connected|unreachable|dns\b/iu, 'refused'],
  [/network|time.?out|socket|connection|econn|hang.?up|offline|fetch.?(?:error|failed)/iu, 'network'],
  [/server.?error|unavailable|gateway|5xx|internal/iu, 'server'],
  [/valid|not.?found|missing|auth|forbidden|permission|bad.?request|denied|declined|card/iu, 'other'],
];

/** The class that a code, a status, or the name of an error says, where it is known. */
export function classOfCode(code: string | number): ErrorClass | undefined {
  return CLASS_OF.get(String(code));
}

/** The class that a name or a message tells by its words. */
export function classOfWords(text: string): ErrorClass | undefined {
  const known = CLASS_OF.get(text.trim());
  if (known) return known;
  return WORDS.find(([pattern]) => pattern.test(text))?.[1];
}

/** Every class that a pattern or a longer text speaks of. */
export function classesInWords(text: string): readonly ErrorClass[] {
  const found = WORDS.filter(([pattern]) => pattern.test(text)).map(([, name]) => name);
  for (const word of text.match(/[A-Za-z_][\w-]*|\b\d{3,5}\b|\b\d\w{4}\b/gu) ?? []) {
    const known = CLASS_OF.get(word);
    if (known) found.push(known);
  }
  return [...new Set(found)];
}
