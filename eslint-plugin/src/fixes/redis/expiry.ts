/** When a written key ends: `EX`, `PX`, … in each library's notation. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../code/nodes.js';
import type { Command, Dialect } from './dialect.js';

export const EXPIRY_KINDS = ['EX', 'PX', 'EXAT', 'PXAT'] as const;
export type ExpiryKind = (typeof EXPIRY_KINDS)[number];
export type Expiry =
  | { readonly kind: 'none' }
  /** The expiry that the key already has stays. */
  | { readonly kind: 'keep' }
  | { readonly kind: ExpiryKind; readonly time: Node };

/** The command that gives a key the same expiry. */
export const EXPIRE_COMMANDS: Readonly<Record<ExpiryKind, Command>> = {
  EX: 'expire',
  PX: 'pExpire',
  EXAT: 'expireAt',
  PXAT: 'pExpireAt',
};

/** What the arguments of `set` after the value say, undefined where they say anything else. */
export function expiryOf(dialect: Dialect, args: readonly Node[]): Expiry | undefined {
  const [first, second, ...rest] = args;
  if (!first) return { kind: 'none' };
  if (dialect === 'ioredis') return rest.length === 0 ? fromTokens(first, second) : undefined;
  return second || first.type !== 'ObjectExpression' ? undefined : fromOptions(first);
}

/** ioredis: `'EX', 60` or `'KEEPTTL'`. */
function fromTokens(token: Node, time: Node | undefined): Expiry | undefined {
  const name = stringOf(token)?.toUpperCase();
  if (name === 'KEEPTTL') return time ? undefined : { kind: 'keep' };
  return time && isKind(name) ? { kind: name, time } : undefined;
}

/** node-redis and Upstash: `{ EX: 60 }`, `{ ex: 60 }`, `{ KEEPTTL: true }`, `{ expiration: { type: 'EX', value: 60 } }`. */
function fromOptions({ properties }: TSESTree.ObjectExpression): Expiry | undefined {
  const [property] = properties;
  if (!property) return { kind: 'none' };
  if (properties.length > 1 || property.type !== 'Property' || property.computed) return undefined;
  const name = nameOf(property);
  if (name === 'expiration') return fromExpiration(property.value);
  const kind = name?.toUpperCase();
  if (kind === 'KEEPTTL')
    return property.value.type === 'Literal' && property.value.value === true ? { kind: 'keep' } : undefined;
  return isKind(kind) ? { kind, time: property.value } : undefined;
}

function fromExpiration(node: Node): Expiry | undefined {
  if (stringOf(node) === 'KEEPTTL') return { kind: 'keep' };
  if (node.type !== 'ObjectExpression') return undefined;
  const values = new Map(
    node.properties.flatMap((property): [string | undefined, Node][] =>
      property.type === 'Property' && !property.computed ? [[nameOf(property), property.value]] : [],
    ),
  );
  const type = values.get('type');
  const time = values.get('value');
  const kind = type && stringOf(type);
  if (kind === 'KEEPTTL') return { kind: 'keep' };
  return time && isKind(kind) ? { kind, time } : undefined;
}

function isKind(name: string | undefined): name is ExpiryKind {
  return name !== undefined && name in EXPIRE_COMMANDS;
}

function nameOf({ key }: TSESTree.Property): string | undefined {
  return key.type === 'Identifier' ? key.name : stringOf(key);
}

function stringOf(node: Node): string | undefined {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}
