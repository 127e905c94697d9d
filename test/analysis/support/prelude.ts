/** What the texts of the tests stand on, so that each shows only what it is about. */
const PRELUDE =
  "import { Redis } from 'ioredis'; import { Mutex } from 'async-mutex'; " +
  'const redis = new Redis(); const mutex = new Mutex();';

/**
 * The module around a text: `redis` is an ioredis client and `mutex` a lock that all calls share. A text that
 * exports nothing is the body of a handler. The text keeps its lines.
 */
export function moduleOf(text: string): string {
  if (/(?:^|[;}])\s*(?:export|import)\s/mu.test(text)) return `${PRELUDE}${text}`;
  return `${PRELUDE} export async function handle(id, input) {${text}\n}`;
}
