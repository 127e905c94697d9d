/**
 * The function that takes a lock that every process sees: a key that only one caller can set, with an
 * expiry for holders that die, deleted only by who set it.
 * Source: https://redis.io/docs/latest/commands/set/#patterns
 */
import type { Helper } from '../code/declarations.js';
import type { Dialect } from './dialect.js';

/** @param randomUUID How the file says it; likewise `setTimeout`. */
export function lockHelper(dialect: Dialect, randomUUID: string, setTimeout: string): Helper {
  return {
    name: 'acquireLock',
    code: (name, { typescript }) => {
      const type = (text: string): string => (typescript ? `: ${text}` : '');
      const { client, set, release } = SPELLINGS[dialect];
      const parameters = typescript
        ? `\n  redis: {\n    ${client.join('\n    ')}\n  },\n  name: string,\n`
        : 'redis, name';
      return `/** Takes a lock that every process sees and gives what lets go of it; after 10 seconds it ends by itself. */
async function ${name}(${parameters})${type('Promise<() => Promise<void>>')} {
  const token = ${randomUUID}();
  const patience = Date.now() + 15_000;
  for (let attempt = 1; (await ${set}) !== 'OK'; attempt++) {
    if (Date.now() > patience) throw Object.assign(new Error(\`\${name} is held by another caller\`), { code: 'LOCK_HELD' });
    await new Promise((resolve) => ${setTimeout}(resolve, Math.random() * Math.min(2 ** attempt, 50)));
  }
  const script = \`
    if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
    return 0\`;
  return async () => {
    await ${release};
  };
}`;
    },
  };
}

interface Spelling {
  /** The part of the client that the helper uses, so that any client of the library fits. */
  readonly client: readonly [set: string, evaluate: string];
  readonly set: string;
  readonly release: string;
}

export const SPELLINGS: Readonly<Record<Dialect, Spelling>> = {
  ioredis: {
    client: [
      "set(key: string, value: string, px: 'PX', milliseconds: number, nx: 'NX'): Promise<unknown>;",
      'eval(script: string, keys: number, ...args: string[]): Promise<unknown>;',
    ],
    set: "redis.set(name, token, 'PX', 10_000, 'NX')",
    release: 'redis.eval(script, 1, name, token)',
  },
  'node-redis': {
    client: [
      'set(key: string, value: string, options: { PX: number; NX: true }): Promise<unknown>;',
      'eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;',
    ],
    set: 'redis.set(name, token, { PX: 10_000, NX: true })',
    release: 'redis.eval(script, { keys: [name], arguments: [token] })',
  },
  upstash: {
    client: [
      'set(key: string, value: string, options: { px: number; nx: true }): Promise<unknown>;',
      'eval(script: string, keys: string[], args: string[]): Promise<unknown>;',
    ],
    set: 'redis.set(name, token, { px: 10_000, nx: true })',
    release: 'redis.eval(script, [name], [token])',
  },
};
