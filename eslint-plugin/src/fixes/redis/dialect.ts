/** How the libraries spell the same commands. Source: each library's types. */

export type Dialect = 'ioredis' | 'node-redis' | 'upstash';

export function dialectOf(store: string): Dialect | undefined {
  switch (store) {
    case 'ioredis':
    case 'node-redis':
    case 'upstash':
      return store;
    case 'vercel-kv':
      return 'upstash';
    default:
      return undefined;
  }
}

/** Names in node-redis; the others write them in lower case. */
export type Command =
  | 'incr'
  | 'decr'
  | 'incrBy'
  | 'decrBy'
  | 'incrByFloat'
  | 'hIncrBy'
  | 'hIncrByFloat'
  | 'expire'
  | 'pExpire'
  | 'expireAt'
  | 'pExpireAt';

/**
 * A command as a library's method, in the case in which the file already writes them.
 * @param like A method that the file calls, e.g. `hSet` or `HSET`; node-redis knows each by both names.
 */
export function spell(command: Command, dialect: Dialect, like: string): string {
  if (dialect !== 'node-redis') return command.toLowerCase();
  return like === like.toUpperCase() ? command.toUpperCase() : command;
}
