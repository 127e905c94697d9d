/** How stores write only where an entry is still the one that was read, and tell whether they have. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Helper } from '../code/declarations.js';

export interface Commit {
  /** The method that writes with no condition. */
  readonly method: string;
  readonly helpers: readonly Helper[];
  /** False where a call has options, which the rewritten one would lose. */
  fits(read: TSESTree.CallExpression, write: TSESTree.CallExpression): boolean;
  /** A statement that writes, and declares `ok`: whether it has. */
  say(parts: CommitParts): string;
}

export interface CommitParts {
  readonly client: string;
  /** Those of the write that has no condition. */
  readonly args: readonly string[];
  /** The name of what was read. */
  readonly entry: string;
  readonly ok: string;
  /** The name of the helper. */
  readonly helper: string;
}

/** Source: https://docs.deno.com/deploy/kv/manual/transactions/ */
const denoKv: Commit = {
  method: 'set',
  helpers: [],
  fits: () => true,
  say: ({ client, args, entry, ok }) =>
    `const { ${ok === 'ok' ? ok : `ok: ${ok}`} } = await ${client}.atomic().check(${entry}).set(${args.join(', ')}).commit()`,
};

/** A put of NATS throws where the key has another revision; 0 stands for none. Source: `put` and `create` of @nats-io/kv 3.4 and nats 2.29. */
const natsKv: Commit = {
  method: 'put',
  helpers: [
    {
      name: 'putUnchanged',
      code: (name, { typescript }) => {
        const parameters = typescript
          ? `<Value>(
  bucket: { put(key: string, value: Value, options: { previousSeq: number }): Promise<number> },
  key: string,
  value: Value,
  revision: number,
): Promise<boolean>`
          : '(bucket, key, value, revision)';
        const error = typescript
          ? 'error as { code?: unknown; api_error?: { err_code?: unknown } }'
          : 'error';
        return `/** Puts a value where the key still has the revision that was read; gives false where somebody else was faster. */
async function ${name}${parameters} {
  try {
    await bucket.put(key, value, { previousSeq: revision });
    return true;
  } catch (error) {
    // JetStream's "wrong last sequence", as @nats-io/kv and nats 2 tell it.
    const { code, api_error: told } = ${error};
    if (code === 10071 || code === 10164 || told?.err_code === 10071) return false;
    throw error;
  }
}`;
      },
    },
  ],
  fits: (read, write) => isPlain(read, 1) && isPlain(write, 2),
  say: ({ client, args, entry, ok, helper }) =>
    `const ${ok} = await ${helper}(${client}, ${args.join(', ')}, ${entry}?.revision ?? 0)`,
};

/** A set of consul gives false where the key has another index; 0 stands for none. Source: consul 2's types and README. */
const consul: Commit = {
  method: 'set',
  helpers: [],
  fits: (read, write) => isPlain(read, 1) && isPlain(write, 2),
  say: ({ client, args: [key = '', value = ''], entry, ok }) =>
    `const ${ok} = await ${client}.set({ ${named('key', key)}, ${named('value', value)}, cas: ${entry}?.ModifyIndex ?? 0 })`,
};

export const COMMITS: ReadonlyMap<string, Commit> = new Map([
  ['deno-kv', denoKv],
  ['nats-kv', natsKv],
  ['consul', consul],
]);

/** So many arguments, none of them an object of options. */
function isPlain({ arguments: args }: TSESTree.CallExpression, count: number): boolean {
  const [first] = args;
  return (
    args.length === count &&
    first?.type !== 'ObjectExpression' &&
    args.every((argument) => argument.type !== 'SpreadElement')
  );
}

function named(name: string, value: string): string {
  return value === name ? name : `${name}: ${value}`;
}
