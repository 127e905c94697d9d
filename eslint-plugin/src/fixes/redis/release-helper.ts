/**
 * The function that deletes a lock only where it still holds the caller's token, in one step.
 * Source: https://redis.io/docs/latest/commands/set/#patterns
 */
import type { Helper } from '../code/declarations.js';
import type { Dialect } from './dialect.js';
import { SPELLINGS } from './lock-helper.js';

export function releaseHelper(dialect: Dialect): Helper {
  return {
    name: 'releaseLock',
    code: (name, { typescript }) => {
      const { client, release } = SPELLINGS[dialect];
      const type = (text: string): string => (typescript ? `: ${text}` : '');
      const parameters = typescript
        ? `\n  redis: {\n    ${client[1]}\n  },\n  name: string,\n  token: string,\n`
        : 'redis, name, token';
      return `/** Lets go of a lock, unless it has expired and another caller holds it by now. */
async function ${name}(${parameters})${type('Promise<void>')} {
  const script = \`
    if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
    return 0\`;
  await ${release};
}`;
    },
  };
}
