/**
 * The functions that a compare-and-set loop calls. A Lua script runs alone on the server, so it is right on
 * a connection that others share, where WATCH is not. Absent and empty differ: a present value is compared
 * with `=` before it.
 * Source: https://redis.io/docs/latest/develop/programmability/eval-intro/
 */
import type { Helper } from '../code/declarations.js';
import type { Dialect } from './dialect.js';

/** What is compared and set: a whole value, or one field of a hash. */
export type Target = 'key' | 'field';

/** Gives true where it has written; takes the client, the key, the field, the value before, the value after, and expiry arguments. */
export function compareAndSet(dialect: Dialect, target: Target): Helper {
  return {
    name: target === 'key' ? 'compareAndSet' : 'compareAndSetField',
    code: (name, { typescript }) => {
      const type = (text: string): string => (typescript ? `: ${text}` : '');
      const isField = target === 'field';
      const before = dialect === 'upstash' ? 'string' : 'string | null | undefined';
      const after = dialect === 'upstash' ? 'unknown' : 'string | number';
      const parameters = [
        `redis${type(clientType(dialect))}`,
        `key${type('string')}`,
        ...(isField ? [`field${type('string | number')}`] : []),
        `before${type(before)}`,
        `after${type(after)}`,
        ...(isField ? [] : [`...expiry${type('(string | number)[]')}`]),
      ];
      return `/** Writes ${isField ? 'a field' : 'a key'} where it still holds what was read; gives false where somebody else was faster. */
async function ${name}(
  ${parameters.join(',\n  ')}${isField ? ',' : ''}
)${type('Promise<boolean>')} {
  const script = \`
    local found = redis.call('${isField ? 'HGET' : 'GET'}', KEYS[1]${isField ? ', ARGV[1]' : ''})
    if (found and '=' .. found or '') ~= ARGV[${isField ? '2' : '1'}] then return 0 end
    redis.call(${isField ? "'HSET', KEYS[1], ARGV[1], ARGV[3]" : "'SET', KEYS[1], ARGV[2], unpack(ARGV, 3)"})
    return 1\`;
${callOf(dialect, isField)}
}`;
    },
  };
}

function callOf(dialect: Dialect, isField: boolean): string {
  const field = isField ? 'String(field), ' : '';
  const rest = isField ? '' : ', ...expiry.map(String)';
  const expected = "  const expected = typeof before === 'string' ? `=${before}` : '';";
  switch (dialect) {
    case 'ioredis':
      return `${expected}
  const written = await redis.eval(script, 1, key, ${field}expected, String(after)${rest});
  return written === 1;`;
    case 'node-redis':
      return `${expected}
  const written = await redis.eval(script, {
    keys: [key],
    arguments: [${field}expected, String(after)${rest}],
  });
  return written === 1;`;
    case 'upstash':
      return `  const written = await redis.eval(script, [key], [${field}before, after${rest}]);
  return written === 1;`;
  }
}

/** The part of each library's client that the helpers use, so that any client of it fits. */
export function clientType(dialect: Dialect): string {
  switch (dialect) {
    case 'ioredis':
      return '{ eval(script: string, keys: number, ...args: string[]): Promise<unknown> }';
    case 'node-redis':
      return '{ eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown> }';
    case 'upstash':
      return '{ eval(script: string, keys: string[], args: unknown[]): Promise<unknown> }';
  }
}

/**
 * For Upstash, which parses what it reads: gives the parsed value, and with it the stored text, which alone
 * can be compared.
 */
export function readWithText(target: Target): Helper {
  return {
    name: target === 'key' ? 'getWithText' : 'getFieldWithText',
    code: (name, { typescript }) => {
      const type = (text: string): string => (typescript ? `: ${text}` : '');
      const isField = target === 'field';
      const client =
        '{ eval<Args extends unknown[], Data>(script: string, keys: string[], args: Args): Promise<Data> }';
      return `/** Reads ${isField ? 'a field' : 'a key'} as usual, and with it the text by which its next write is compared. */
async function ${name}${typescript ? '<Value>' : ''}(
  redis${type(client)},
  key${type('string')},${isField ? `\n  field${type('string | number')},` : ''}
)${type('Promise<{ value: Value | null; text: string }>')} {
  const script = \`
    local found = redis.call('${isField ? 'HGET' : 'GET'}', KEYS[1]${isField ? ', ARGV[1]' : ''})
    return { found, found and '=' .. found or '' }\`;
  const [value, text] = await redis.eval${typescript ? `<${isField ? 'string[]' : 'never[]'}, [Value | null, string]>` : ''}(script, [key], [${isField ? 'String(field)' : ''}]);
  return { value, text };
}`;
    },
  };
}

/** @param setTimeout How the file says it. */
export const backOff = (setTimeout: string): Helper => ({
  name: 'backOff',
  code: (name, { typescript }) => {
    const type = (text: string): string => (typescript ? `: ${text}` : '');
    return `/** Waits a little, longer from attempt to attempt and never the same; ends in an error rather than never. */
async function ${name}(attempt${type('number')})${type('Promise<void>')} {
  if (attempt >= 100) throw new Error('Gave up after 100 attempts: others write this key all the time');
  const longest = Math.min(2 ** attempt, 100);
  await new Promise((resolve) => ${setTimeout}(resolve, Math.random() * longest));
}`;
  },
});
