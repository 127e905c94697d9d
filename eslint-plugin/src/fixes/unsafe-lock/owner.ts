/** Takes a Redis lock with a token and an expiry, and lets go of it only where the token is still there. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { LockFlaw } from '../../analysis/race.js';
import { addHelpers, addImport } from '../code/declarations.js';
import {
  ancestorsOf,
  enclosingFunction,
  findCall,
  memberName,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import { declaratorOf, freshName, isKnownAt, variableOf } from '../code/scopes.js';
import { removeStatements } from '../code/statements.js';
import { styled, styleOf } from '../code/style.js';
import { indentationAt, rangeOf, textOf } from '../code/text.js';
import { releaseHelper } from '../redis/release-helper.js';
import type { RewriteOf, TextEdit } from '../rewrite.js';
import { lockCall, type LockCall } from './calls.js';
import { deadlineEdits } from './deadline.js';
import { commonStatement, heldPart, wrapHeld } from './held-part.js';
import { adaptResult } from './result.js';

/** Flaws that the same rewrite mends. */
const MENDED: ReadonlySet<LockFlaw['kind']> = new Set([
  'no-expiry',
  'setnx-then-expire',
  'release-without-owner',
  'no-finally',
  'endless-wait',
]);
const OWN: ReadonlySet<LockFlaw['kind']> = new Set([
  'no-expiry',
  'setnx-then-expire',
  'release-without-owner',
]);

export const rewriteToOwnedLock: RewriteOf<'unsafe-lock'> = (race, sourceCode) => {
  const { flaw, lock } = race;
  const flaws = [flaw, ...lock.further];
  if (!OWN.has(flaw.kind) || !flaws.every(({ kind }) => MENDED.has(kind))) return undefined;
  const acquire = lockCall(sourceCode, lock.acquire, lock.store);
  const releases = lock.releases.map((range) => lockCall(sourceCode, range, lock.store));
  const deletes = releases.filter((each) => each !== undefined && isDelete(each));
  if (!acquire || !/^set/u.test(acquire.method) || deletes.length === 0 || deletes.length < releases.length)
    return undefined;
  if (!deletes.every((each) => each && isStatement(each.call) && each.key === acquire.key)) return undefined;
  const token = tokenOf(
    sourceCode,
    acquire,
    deletes.flatMap((each) => (each ? [each.call] : [])),
  );
  const taken = token && takeEdits(sourceCode, acquire, token.name, flaws);
  const wait = deadlineEdits(race, sourceCode);
  if (!token || !taken || !wait) return undefined;
  const helpers = addHelpers(sourceCode, [releaseHelper(acquire.dialect)]);
  const [release = ''] = helpers.names;
  const closing = `${release}(${acquire.client}, ${acquire.key}, ${token.name})`;
  const needsFinally = flaws.some(({ kind }) => kind === 'no-finally');
  const part = needsFinally ? heldPart(sourceCode, lock) : undefined;
  if (needsFinally && !part) return undefined;
  const replaced = deletes.flatMap((each): TextEdit[] =>
    each ? [{ range: rangeOf(each.call), text: closing }] : [],
  );
  const released = part ? wrapHeld(sourceCode, part, `await ${closing}`, taken) : [...replaced, ...taken];
  return {
    title: 'Take it with a token and an expiry, and let only its owner release it',
    edits: [...released, ...token.edits, ...wait, ...helpers.edits],
  };
};

function isDelete({ method, args }: LockCall): boolean {
  return (method === 'del' || method === 'unlink') && args.length === 1;
}

/** `await redis.del(key);` or `redis.del(key).catch(…)`: nobody looks at what it gives. */
function isStatement(call: TSESTree.CallExpression): boolean {
  let node: Node = call;
  for (const parent of ancestorsOf(call)) {
    if (parent.type === 'ExpressionStatement') return true;
    const isChained =
      parent.type === 'AwaitExpression' ||
      (parent.type === 'MemberExpression' && memberName(parent) === 'catch') ||
      (parent.type === 'CallExpression' && parent.callee === node);
    if (!isChained) return false;
    node = parent;
  }
  return false;
}

/** The name of the token: what is stored already, where that is made by chance; else a new one. */
function tokenOf(
  sourceCode: SourceCode,
  { call, args: [, value] }: LockCall,
  releases: readonly Node[],
): { readonly name: string; readonly edits: readonly TextEdit[] } | undefined {
  if (value?.type === 'Identifier') {
    const variable = variableOf(sourceCode, value);
    const init = variable && declaratorOf(variable)?.init;
    const isByChance = init ? /uuid|nanoid|random|ulid|cuid/iu.test(textOf(sourceCode, init)) : false;
    if (isByChance && releases.every((release) => isKnownAt(sourceCode, value, release)))
      return { name: value.name, edits: [] };
  }
  const statement = commonStatement([call, ...releases]);
  const owner = enclosingFunction(call);
  if (!statement || !owner) return undefined;
  const name = freshName(sourceCode, 'token', owner);
  const uuid = addImport(sourceCode, 'node:crypto', 'randomUUID');
  const style = styleOf(sourceCode);
  const line = styled(`const ${name} = ${uuid.name}();`, style);
  const [start] = statement.range;
  const gap = style.newline + indentationAt(sourceCode, start);
  return { name, edits: [...uuid.edits, { range: { start, end: start }, text: line + gap }] };
}

/** The call that takes it, with the token, and with an expiry where it has none. */
function takeEdits(
  sourceCode: SourceCode,
  acquire: LockCall,
  token: string,
  flaws: readonly LockFlaw[],
): TextEdit[] | undefined {
  const [, value, ...options] = acquire.args;
  if (!value) return undefined;
  const late = flaws.find((flaw) => flaw.kind === 'setnx-then-expire');
  if (!late && !flaws.some(({ kind }) => kind === 'no-expiry'))
    return value.type === 'Identifier' && value.name === token
      ? []
      : [{ range: rangeOf(value), text: token }];
  // Whatever else it says, `GET` for one, would be lost.
  if (acquire.method === 'set' && !isOnlyNx(options)) return undefined;
  const expire = late && lockCall(sourceCode, late.expire, acquire.dialect);
  const statement = late && expireStatement(sourceCode, late.expire);
  if (late && (!expire || !statement || expire.args.length !== 2)) return undefined;
  const time = expire?.args[1];
  const unit = expire?.method === 'expire' ? 'EX' : 'PX';
  const text = spell(
    acquire,
    token,
    unit,
    time ? textOf(sourceCode, time) : '30_000',
    styleOf(sourceCode).quote,
  );
  const removed = statement ? removeStatements(sourceCode, [statement]) : [];
  if (acquire.method === 'set') return [{ range: rangeOf(acquire.call), text }, ...removed];
  const adapted = adaptResult(sourceCode, acquire, text);
  return adapted && [...adapted, ...removed];
}

function spell(
  { client, key, dialect, call }: LockCall,
  token: string,
  unit: 'EX' | 'PX',
  time: string,
  quote: string,
): string {
  const isUpper =
    call.callee.type === 'MemberExpression' &&
    'name' in call.callee.property &&
    /^SET/u.test(call.callee.property.name);
  const method = isUpper ? 'SET' : 'set';
  switch (dialect) {
    case 'ioredis':
      return `${client}.${method}(${key}, ${token}, ${quote}${unit}${quote}, ${time}, ${quote}NX${quote})`;
    case 'node-redis':
      return `${client}.${method}(${key}, ${token}, { ${unit}: ${time}, NX: true })`;
    case 'upstash':
      return `${client}.${method}(${key}, ${token}, { ${unit.toLowerCase()}: ${time}, nx: true })`;
  }
}

function isOnlyNx(options: readonly Node[]): boolean {
  const [only, ...others] = options;
  if (!only || others.length > 0) return false;
  if (only.type === 'Literal') return /^nx$/iu.test(String(only.value));
  return only.type === 'ObjectExpression' && only.properties.length === 1;
}

function expireStatement(sourceCode: SourceCode, range: { start: number; end: number }): Node | undefined {
  const call = findCall(sourceCode, range);
  const waited = call?.parent.type === 'AwaitExpression' ? call.parent : call;
  return waited?.parent.type === 'ExpressionStatement' ? waited.parent : undefined;
}
