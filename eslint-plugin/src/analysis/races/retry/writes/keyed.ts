/** Stores that compare a version themselves: a watched key, a checked commit, a version among the arguments. */
import type { CallInstruction, Temp } from '../../../lower/program.js';
import { CONDITION_NAME, SAVING_METHOD, VERSION_NAME } from '../../../../stores/conditional-writes.js';
import type { ProgramIndex } from '../../../resources/code/program-index.js';
import { chainOf, entryOf } from '../../../resources/code/shapes.js';
import { EITHER, RESULT, type ConditionalWrite } from './conditional-write.js';
/** `WATCH` … `MULTI` … `EXEC`: the queued writes count when nobody else has written the watched key. */
export function watched(call: CallInstruction, index: ProgramIndex): ConditionalWrite | undefined {
  const name = index.calledName(call)?.toLowerCase();
  if (name !== 'exec' && name !== 'exectyped') return undefined;
  const form = index.siteOf(call)?.form;
  if (!form || !index.sites.some((site) => index.calledName(site.call)?.toLowerCase() === 'watch'))
    return undefined;
  const queued = queuedWrites(call, index);
  const [first] = queued;
  if (!first) return undefined;
  const values = queued.flatMap((each) => each.arguments.slice(1).map(({ value }) => value));
  return { call, place: first.at, versions: [], values, signals: EITHER, evidence: 'watch', whole: false };
}

const QUEUED = /^(?:set|hset|hmset|mset|setex|psetex|json\.set|zadd|setrange)$/u;

function queuedWrites(call: CallInstruction, index: ProgramIndex): CallInstruction[] {
  const isWrite = (each: CallInstruction): boolean =>
    QUEUED.test(index.calledName(each)?.toLowerCase() ?? '');
  const chained = chainOf(call, index).filter(isWrite);
  if (chained.length > 0 || call.callee.kind !== 'member') return chained;
  const variable = index.variableOf(call.callee.object);
  return index.sites
    .map((site) => site.call)
    .filter(
      (each) =>
        each.callee.kind === 'member' &&
        isWrite(each) &&
        variable !== undefined &&
        index.variableOf(each.callee.object) === variable,
    );
}

/** `kv.atomic().check(entry).set(key, value).commit()`, `etcd.if(key, 'Mod', '==', revision).then(put).commit()`. */
export function checkedCommit(call: CallInstruction, index: ProgramIndex): ConditionalWrite | undefined {
  if (index.calledName(call) !== 'commit') return undefined;
  const chain = chainOf(call, index);
  const checks = chain.filter((each) => /^(?:check|if|and)$/u.test(index.calledName(each) ?? ''));
  if (checks.length === 0) return undefined;
  const versions = checks.flatMap((each) => {
    const [first] = each.arguments;
    if (index.calledName(each) === 'check')
      return first ? [entryOf(first.value, 'versionstamp', index) ?? first.value] : [];
    const last = each.arguments.at(-1);
    return last ? [last.value] : [];
  });
  const values = chain
    .filter((each) => !checks.includes(each))
    .flatMap((each) => each.arguments.map(({ value }) => value));
  return { call, place: call.at, versions, values, signals: RESULT, evidence: 'version', whole: false };
}

/** `kv.update(key, value, revision)`, `memcached.cas(key, value, cas, ttl)`, `putIfVersion(key, value, version)`. */
export function versionArgument(call: CallInstruction, index: ProgramIndex): ConditionalWrite | undefined {
  const name = index.calledName(call) ?? '';
  if (!SAVING_METHOD.test(name) || call.arguments.length < 2) return undefined;
  const versions = call.arguments.slice(1).flatMap(({ value }, position) => {
    // Behind the value, a variable is what it is set to: `let expected = entry.revision`.
    const names = position > 0 ? namesOf(value, index) : [index.nameOf(value)];
    return names.length > 0 && names.every(isVersionName) ? [value] : [];
  });
  if (versions.length === 0) return undefined;
  const values = call.arguments.map(({ value }) => value).filter((value) => !versions.includes(value));
  return { call, place: call.at, versions, values, signals: EITHER, evidence: 'version', whole: false };
}

function isVersionName(name: string | undefined): boolean {
  return (
    name !== undefined &&
    (VERSION_NAME.test(name) ||
      CONDITION_NAME.test(name) ||
      /(?:Version|Revision|ETag|Etag|Rev)$/u.test(name))
  );
}

/** The name of a value, or those of all that its variable is set to. */
function namesOf(value: Temp, index: ProgramIndex): readonly (string | undefined)[] {
  const own = index.nameOf(value);
  const definition = index.program.definitions[value];
  if (isVersionName(own) || definition?.op !== 'load') return [own];
  return definition.variable.writes.map((write) => index.nameOf(write));
}
