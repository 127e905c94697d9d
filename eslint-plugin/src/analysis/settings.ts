/** `settings.interleave`: what users teach the analysis, checked by a schema. */
import { z } from 'zod';
import type { ArgumentRef, StoreModel } from '../stores/model.js';

const role = z.enum(['client', 'batch', 'pool', 'holder']);
const roles = z.record(z.string(), role);
const position = z.number().int().nonnegative();
const argument: z.ZodType<ArgumentRef> = z.union(
  [
    position,
    z.strictObject({ from: position }),
    z.strictObject({ at: position, property: z.string() }),
    z.strictObject({ at: position, path: z.array(z.string()).min(1) }),
    z.strictObject({ constant: z.string() }),
    z.strictObject({ together: z.array(position).min(1) }),
    z.strictObject({ names: position }),
    z.strictObject({
      get first() {
        return z.array(argument).min(1);
      },
    }),
    z.strictObject({ link: z.string().min(1), at: position }),
    z.strictObject({ of: z.literal('receiver') }),
  ],
  {
    error: ({ input }) =>
      'Invalid argument: expected a position (0, 1, …), { from: position }, { at: position, property: name }, ' +
      '{ at: position, path: [names] }, { constant: text }, { together: [position, …] }, { names: position }, { first: [argument, …] }, ' +
      `{ link: name, at: position } or { of: 'receiver' }, not ${JSON.stringify(input)}`,
  },
);
const only = z.enum(['absent', 'present', 'matches']);
const operation = z.enum(['read', 'check', 'write', 'delete', 'atomic']);
const when = {
  token: z.string().optional(),
  option: z.string().optional(),
  equals: z.string().optional(),
  constant: z.string().optional(),
};
const method = z.strictObject({
  operation,
  key: argument.optional(),
  field: argument.optional(),
  value: argument.optional(),
  entries: z
    .strictObject({ of: z.enum(['keys', 'fields']), from: z.number().int().nonnegative() })
    .optional(),
  only: only.optional(),
  expiries: z
    .array(
      z.strictObject({
        token: z.string().optional(),
        option: z.string().optional(),
        at: z.number().int().nonnegative().optional(),
      }),
    )
    .optional(),
  conditions: z.array(z.strictObject({ only, ...when })).optional(),
  variants: z.array(z.strictObject({ operation, only: only.optional(), ...when })).optional(),
  get also() {
    return z.array(method).optional();
  },
  copies: argument.optional(),
  property: z.string().optional(),
  plainCallback: z.boolean().optional(),
  adds: z.boolean().optional(),
  throws: z.boolean().optional(),
  completedBy: z.string().optional(),
  endedBy: z.string().optional(),
  keyed: z.boolean().optional(),
  keyInValue: z.boolean().optional(),
  sync: z.boolean().optional(),
  get single() {
    return method.optional();
  },
  ids: argument.optional(),
  within: z.array(argument).optional(),
  holds: z.array(z.string()).optional(),
  ungated: z.strictObject(when).optional(),
  takes: z.boolean().optional(),
  counts: z.boolean().optional(),
  fills: z.number().int().nonnegative().optional(),
});
const derived = z.strictObject({
  role,
  dedicated: z.boolean().optional(),
  transaction: z.boolean().optional(),
  callback: position.optional(),
  of: role.optional(),
  separate: z.boolean().optional(),
  key: position.optional(),
  lifetime: z
    .union([z.enum(['always', 'elsewhere']), z.strictObject({ at: position, option: z.string() })])
    .optional(),
  namespace: z.string().optional(),
});
const lock = z.strictObject({
  runs: z.record(z.string(), z.union([z.number().int().nonnegative(), z.literal('last')])).optional(),
  callable: z.boolean().optional(),
  acquires: z.array(z.string()).optional(),
  releases: z.array(z.string()).optional(),
  key: argument.optional(),
  asksOnce: z
    .strictObject({ unless: z.strictObject({ at: z.number().int().nonnegative(), property: z.string() }) })
    .optional(),
  shared: z.strictObject({ at: position, property: z.string(), is: z.string() }).optional(),
  limit: z.strictObject({ at: z.number(), property: z.string().optional(), absent: z.number() }).optional(),
});
const store = z.strictObject({
  id: z.string().min(1),
  family: z.enum(['key-value', 'files', 'vectors', 'graph']).optional(),
  packages: z.array(z.string()).default([]),
  scope: z.enum(['process', 'host', 'distributed']).default('distributed'),
  classes: roles.optional(),
  factories: roles.optional(),
  instances: roles.optional(),
  globals: roles.optional(),
  functions: z.boolean().optional(),
  space: z.string().min(1).optional(),
  bound: z.number().int().nonnegative().optional(),
  throws: z.boolean().optional(),
  types: roles.optional(),
  ambientTypes: roles.optional(),
  ambientFactories: roles.optional(),
  properties: roles.optional(),
  inherited: z.record(z.string(), roles).optional(),
  conventions: z.array(z.string().regex(/^[^.]+\.[^.]+$/u, 'expected object.property')).optional(),
  names: z.array(z.string()).optional(),
  namespaces: z.array(z.string()).optional(),
  ignoresCase: z.boolean().optional(),
  derived: z.record(z.string(), derived).optional(),
  methods: z.record(z.string(), method).default({}),
  watch: z.array(z.string()).optional(),
  unwatch: z.array(z.string()).optional(),
  send: z.array(z.string()).optional(),
  raw: z.record(z.string(), z.enum(['arguments', 'list'])).optional(),
  lock: lock.optional(),
  alone: z.record(z.string(), position).optional(),
  ifUnchanged: z.record(z.string(), position).optional(),
  validates: z.array(z.string()).optional(),
  expectsAbsent: z
    .strictObject({
      method: z.string(),
      last: z.union([z.number(), z.null()]),
      property: z.string().optional(),
    })
    .optional(),
  callbacks: z.boolean().optional(),
  sync: z.boolean().optional(),
  gated: z.boolean().optional(),
  live: z.boolean().optional(),
  backed: z.strictObject({ at: position, by: z.array(z.string()) }).optional(),
});

const settingsSchema = z.strictObject({
  /** Models of further stores. */
  stores: z.array(store).default([]),
  /** Functions and methods that run their callback alone, by name: `withLock`, `queue.run`. */
  locks: z.array(z.string()).default([]),
  /** Names of objects that no other execution shares. */
  owned: z.array(z.string()).default([]),
  /** Names of objects that other executions share. */
  shared: z.array(z.string()).default([]),
  /** Keys or receivers with one writer by design; `*` stands for any text. */
  singleWriter: z.array(z.string()).default([]),
});

export interface Settings {
  readonly stores: readonly StoreModel[];
  readonly locks: readonly string[];
  readonly owned: readonly string[];
  readonly shared: readonly string[];
  readonly singleWriter: readonly string[];
}

/** Thrown for settings that do not fit; the message names the place and what is allowed there. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(message: string) {
    super(message);
    // ESLint prints the stack of what stops it, and adds the file to the message: our own frames tell a user nothing.
    Object.defineProperty(this, 'stack', { get: () => `${this.name}: ${this.message}` });
  }
}

/**
 * Checks `settings.interleave`.
 * @throws {SettingsError} naming every place that does not fit.
 */
export function parseSettings(given: unknown): Settings {
  const parsed = settingsSchema.safeParse(given ?? {});
  if (parsed.success) return withoutUndefined(parsed.data);
  const places = parsed.error.issues.map(
    (issue) => `  settings.interleave${pathText(issue.path)}: ${issue.message}`,
  );
  throw new SettingsError(`settings.interleave does not fit:\n${places.join('\n')}`);
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => {
      if (typeof part === 'number') return `[${part}]`;
      const name = String(part);
      return /^[\w$]+$/u.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
    })
    .join('');
}

/** The schema's optional properties are absent or set, never `undefined`: JSON has no other way. */
function withoutUndefined(settings: z.infer<typeof settingsSchema>): Settings {
  return settings as Settings;
}
