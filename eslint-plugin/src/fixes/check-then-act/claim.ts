/** Claims a key in one step, and does what the check does where that fails. */
import type { RaceOf } from '../../analysis/race.js';
import type { SourceCode } from '../code/nodes.js';
import { removeStatements } from '../code/statements.js';
import { styleOf } from '../code/style.js';
import { rangeOf, textOf } from '../code/text.js';
import { keyWrite, storeCall, type KeyWrite, type StoreCall } from '../redis/calls.js';
import type { Rewrite, RewriteOf } from '../rewrite.js';
import { settingOf, type Setting } from './setting.js';

export const rewriteToClaim: RewriteOf<'check-then-act'> = (race, sourceCode) => {
  // Who may claim what he holds already, or what is in a certain state, needs more than an empty key.
  if (race.found !== 'absent') return undefined;
  const setting = settingOf(sourceCode, race);
  const claim = setting?.isAwaited ? claimingCall(sourceCode, race) : undefined;
  if (!setting || !claim) return undefined;
  switch (setting.kind) {
    case 'behind':
      return orElse(sourceCode, setting, claim);
    case 'inside':
      return onlyThen(sourceCode, setting, claim);
    case 'handler':
      return undefined;
  }
};

/** A call that writes only where there is nothing, and says whether it did. */
interface Claim {
  readonly title: string;
  readonly code: string;
  /** What it gives where somebody else was faster. */
  readonly failed: string;
}

function claimingCall(sourceCode: SourceCode, race: RaceOf<'check-then-act'>): Claim | undefined {
  const found = storeCall(sourceCode, race.write);
  if (!found || found.batch) return undefined;
  const add = found.method === 'sadd' ? addition(sourceCode, found) : undefined;
  if (add) return add;
  const write = keyWrite(sourceCode, race.write);
  if (!write || write.expiry.kind === 'keep') return undefined;
  // A lock that nobody releases where its holder dies is no better.
  if (race.shape === 'lock' && write.expiry.kind === 'none') return undefined;
  return write.field === undefined ? claimOfKey(sourceCode, write) : claimOfField(sourceCode, write);
}

/** `sadd(key, member)` says itself how many were new. */
function addition(sourceCode: SourceCode, { call, args }: StoreCall): Claim | undefined {
  return args.length === 2
    ? {
        title: 'Look at what `SADD` says: only one caller adds it',
        code: textOf(sourceCode, call),
        failed: '0',
      }
    : undefined;
}

function claimOfField(sourceCode: SourceCode, write: KeyWrite): Claim | undefined {
  if (write.method !== 'hset' || write.field === undefined || write.dialect === 'node-redis')
    return undefined;
  const args = [textOf(sourceCode, write.key), write.field, textOf(sourceCode, write.value)];
  const code = `${textOf(sourceCode, write.receiver)}.hsetnx(${args.join(', ')})`;
  return { title: 'Claim it with `HSETNX`, which one caller wins', code, failed: '0' };
}

function claimOfKey(sourceCode: SourceCode, write: KeyWrite): Claim {
  const args = [
    textOf(sourceCode, write.key),
    textOf(sourceCode, write.value),
    ...conditions(sourceCode, write),
  ];
  const upper = /^[A-Z]+$/u.test(methodName(sourceCode, write)) ? 'SET' : 'set';
  const code = `${textOf(sourceCode, write.receiver)}.${upper}(${args.join(', ')})`;
  return { title: 'Claim it with `SET … NX`, which one caller wins', code, failed: 'null' };
}

function methodName(sourceCode: SourceCode, { call }: KeyWrite): string {
  return call.callee.type === 'MemberExpression' ? textOf(sourceCode, call.callee.property) : '';
}

function conditions(sourceCode: SourceCode, { dialect, expiry }: KeyWrite): readonly string[] {
  const { quote } = styleOf(sourceCode);
  const time = 'time' in expiry ? textOf(sourceCode, expiry.time) : undefined;
  if (dialect === 'ioredis') {
    const kind = `${quote}NX${quote}`;
    return time === undefined ? [kind] : [`${quote}${expiry.kind}${quote}`, time, kind];
  }
  const isUpstash = dialect === 'upstash';
  const kind = isUpstash ? expiry.kind.toLowerCase() : expiry.kind;
  return [`{ ${time === undefined ? '' : `${kind}: ${time}, `}${isUpstash ? 'nx' : 'NX'}: true }`];
}

/** `if ((await redis.set(key, value, 'NX')) === null) return false;` */
function orElse(
  sourceCode: SourceCode,
  { statement, other }: Extract<Setting, { kind: 'behind' }>,
  { title, code, failed }: Claim,
): Rewrite {
  const text = `if ((await ${code}) === ${failed}) ${textOf(sourceCode, other)}`;
  return { title, edits: [{ range: rangeOf(statement), text }] };
}

/** `if (!taken && (await redis.set(key, value, 'NX')) !== null) {`, or the claim alone where nothing follows it. */
function onlyThen(
  sourceCode: SourceCode,
  { statement, decision, rest, isFirst }: Extract<Setting, { kind: 'inside' }>,
  { title, code, failed }: Claim,
): Rewrite | undefined {
  if (rest.length === 0) {
    // What was done before the act would still be done twice.
    if (!isFirst || code === textOf(sourceCode, statement)) return undefined;
    const { semicolons } = styleOf(sourceCode);
    const text = `await ${code}${semicolons ? ';' : ''}`;
    return { title, edits: [{ range: rangeOf(statement), text }] };
  }
  if (!isFirst) return undefined;
  const { test } = decision;
  const isLoose = test.type === 'LogicalExpression' || test.type === 'ConditionalExpression';
  const checked = isLoose ? `(${textOf(sourceCode, test)})` : textOf(sourceCode, test);
  return {
    title,
    edits: [
      { range: rangeOf(test), text: `${checked} && (await ${code}) !== ${failed}` },
      ...removeStatements(sourceCode, [statement]),
    ],
  };
}
