/** Acts on paths: which of them go wrong where a check before them no longer holds. */
import { isLockPath } from '../../resources/lock-paths.js';
import type { MethodModel } from '../../../stores/model.js';
import type { Exit, FlowAccess, Sources } from '../../flow/value.js';
import { namesIn } from '../../resources/term-names.js';
import type { Term } from '../../resources/terms.js';
import { isWorkedWith, otherExits, tellsDifference, type ActEvidence, type Judgement } from './evidence.js';
import { isLookAtFolder, judgeEnsured, judgeInFolder } from './folders.js';
import { isFailureHandled } from './handled-failures.js';
import { isFreshId } from './markers.js';
import { isAboutKind } from './relations.js';
import { isRenewedElsewhere } from './renewed.js';
import { isWaitedFor } from './waited-for.js';

/**
 * - `write`, `append`, `copy`, `replace`: go on, whatever is there: `copyFile`, and a rename onto a path;
 * - `directory`, `link`: fail where something is there;
 * - `delete`, `move`: fail where nothing is there: `unlink`, and a rename of a path;
 * - `ensure`: is content with a directory that is there: `mkdir` with `recursive`.
 */
export type FileAct =
  'write' | 'append' | 'copy' | 'replace' | 'directory' | 'link' | 'delete' | 'move' | 'ensure';

/** What an access does to its path that can be too late; undefined where it cannot. */
export function fileActOf(access: FlowAccess): FileAct | undefined {
  const { operation, condition } = access;
  if (operation === 'read' || operation === 'check' || isOnHandle(access)) return undefined;
  const method = methodOf(access);
  if (operation === 'delete') {
    // `rm` with `force` is content with nothing there.
    if (condition !== 'present') return undefined;
    return method?.copies === undefined ? 'delete' : 'move';
  }
  if (operation === 'conditional') {
    // `wx` says itself that something is there, and is used for that.
    if (method?.only !== 'absent' || method.value !== undefined || method.copies !== undefined)
      return undefined;
    return method.variants ? 'directory' : 'link';
  }
  if (operation === 'atomic') return method?.value === undefined ? ensures(access) : 'append';
  if (method?.copies === undefined) return 'write';
  return method.also?.some((also) => also.operation === 'delete') ? 'replace' : 'copy';
}

/** Not `ensureFile`, or a file that is opened to append to it. */
function ensures({ method }: FlowAccess): FileAct | undefined {
  return /mkdir|ensuredir|directory/iu.test(method) ? 'ensure' : undefined;
}

/** What was opened once stays the same file, whatever becomes of its path. */
export function isOnHandle({ method, receiver }: FlowAccess): boolean {
  // Bun's `file` only names a path.
  if (receiver.namespace === 'file') return false;
  return receiver.key !== undefined || method.startsWith('handle.') || isOnNumber(method, receiver);
}

/** Functions on the number that `open` gave. */
function isOnNumber(method: string, { model }: FlowAccess['receiver']): boolean {
  return 'open' in model.methods && /^(?:read|write|f(?:stat|truncate))(?:Sync)?$/u.test(method);
}

function methodOf({ receiver: { model }, method }: FlowAccess): MethodModel | undefined {
  return model.methods[method];
}

/** What a check of a path and an act on it come to; undefined where there is no harm. */
export function judgeFileAct(evidence: ActEvidence): Judgement | undefined {
  const act = fileActOf(evidence.act);
  // What is read is what counts; where there is nothing, it is made.
  if (act === undefined || isUpdate(evidence)) return undefined;
  if (isLookAtFolder(evidence.check, evidence.act)) return judgeInFolder(act, evidence);
  if (act === 'write' && isTakenOver(evidence)) return strong('lock');
  if (isReadAndUsed(evidence)) return act === 'write' && isMadeAnew(evidence) ? strong('create') : undefined;
  // `readFile` and `copyFile` work with what is there; whether it is there, they tell only where they are tried.
  if (evidence.check.operation === 'read' && (act === 'delete' || act === 'move')) return undefined;
  if (FAILS.has(act) && isFailureHandled(evidence.act, evidence.context.program)) return undefined;
  switch (evidence.relation) {
    case 'absent':
      return whereAbsent(act, evidence);
    case 'present':
      return isOwnFile(evidence) ? weaker(wherePresent(act)) : wherePresent(act);
    case 'limit':
      return whereBound(act, evidence);
    case 'equal':
    case 'unequal':
    case 'other':
      return whereUnclear(act, evidence);
  }
}

const FAILS: ReadonlySet<FileAct> = new Set(['directory', 'link', 'delete', 'move']);

const strong = (shape: Judgement['shape']): Judgement => ({ shape, isWeak: false });
const weak = (shape: Judgement['shape']): Judgement => ({ shape, isWeak: true });

function whereAbsent(act: FileAct, evidence: ActEvidence): Judgement | undefined {
  switch (act) {
    case 'write':
    case 'append':
    case 'link':
      return comparesContent(evidence) || isNamedByContent(evidence.act.key) || isFilledCache(evidence)
        ? weak(creation(evidence))
        : strong(creation(evidence));
    case 'copy':
      return strong('copy');
    case 'replace':
      return isPreparedHere(evidence) && !tellsDifference(evidence) ? weak('move') : strong('move');
    case 'directory':
      return directory(evidence);
    case 'ensure':
      return judgeEnsured(evidence);
    case 'delete':
    case 'move':
      return undefined;
  }
}

/** What was made by the same call is moved into place: who comes second puts the same there, and nobody sees a half. */
function isPreparedHere({ act: { written }, context }: ActEvidence): boolean {
  return written !== undefined && !isFreshId(written.term, context.program);
}

/** The same call wrote it before it looked: it cleans up behind itself. */
function isOwnFile({ act, check, summary }: ActEvidence): boolean {
  const { accesses } = summary;
  return accesses
    .slice(0, accesses.indexOf(check))
    .some(
      ({ key, operation, form }) =>
        key === act.key && form === act.form && (operation === 'write' || operation === 'conditional'),
    );
}

const weaker = (judgement: Judgement | undefined): Judgement | undefined =>
  judgement && { ...judgement, isWeak: true };

/** Who says that it was there already, claims by `mkdir`, and who throws then, throws anyhow. */
function directory(evidence: ActEvidence): Judgement | undefined {
  if (otherExits(evidence).some(({ how }) => how === 'throw')) return undefined;
  return tellsDifference(evidence) ? weak('claim') : strong('directory');
}

/** A cache by its name, which is filled in one go: who comes second writes the same. A download takes its time. */
function isFilledCache(evidence: ActEvidence): boolean {
  const { act, context } = evidence;
  if (act.written === undefined || tellsDifference(evidence) || isFreshId(act.written.term, context.program))
    return false;
  return namesIn(act.key).some((name) => /cache/iu.test(name));
}

/** A name made of what the file holds: whoever writes it writes the same. */
function isNamedByContent(key: Term): boolean {
  switch (key.kind) {
    case 'concat':
      return key.parts.some(isNamedByContent);
    case 'parameter':
      return HASH.test(key.form.parameterForms[key.index]?.name ?? '');
    case 'variable':
      return HASH.test(key.variable.name);
    case 'member':
      return HASH.test(key.name) || isNamedByContent(key.object);
    case 'call':
      return isNamedByContent(key.callee) || key.arguments.some(isNamedByContent);
    case 'global':
    case 'import':
      return HASH.test(key.name);
    default:
      return false;
  }
}

const HASH = /hash|digest|checksum|sha\d+|md5/iu;

/** What a file holds was compared, not whether it is there: `if (before !== code) await writeFile(file, code)`. */
function comparesContent({ act, check, decision }: ActEvidence): boolean {
  if (check.operation !== 'read') return false;
  return (
    decision?.on !== 'threw' ||
    act.decisions.some(({ test, reads }) => isOf(reads, check) && isComparison(test))
  );
}

function isOf(reads: Sources, check: FlowAccess): boolean {
  return [...reads].some((source) => source.kind === 'read' && source.access === check);
}

/** Of two values that are both only known when it runs. */
function isComparison(test: Term): boolean {
  return (
    test.kind === 'compute' &&
    /^[=!]==?$/u.test(test.operator) &&
    test.operands.every(({ kind }) => kind !== 'constant')
  );
}

function creation(evidence: ActEvidence): Judgement['shape'] {
  if (isLockPath(evidence.act.key) || isWaitedFor(evidence)) return 'lock';
  return tellsDifference(evidence) ? 'claim' : 'create';
}

function wherePresent(act: FileAct): Judgement | undefined {
  switch (act) {
    case 'delete':
      return strong('delete');
    case 'move':
      return strong('move');
    case 'write':
    case 'copy':
    case 'replace':
      return weak('overwrite');
    case 'append':
    case 'directory':
    case 'link':
    case 'ensure':
      return undefined;
  }
}

/** `if (size > max) rename(log, old)`: who comes second moves the new log over the old one. */
function whereBound(act: FileAct, evidence: ActEvidence): Judgement | undefined {
  if (act === 'move') return strong('move');
  // What is too old may have been renewed: for a lock, and for what is kept, that matters.
  if (act === 'delete')
    return isLockPath(evidence.act.key) || isRenewedElsewhere(evidence) ? strong('delete') : weak('delete');
  return act === 'write' ? weak('change') : undefined;
}

function whereUnclear(act: FileAct, evidence: ActEvidence): Judgement | undefined {
  switch (act) {
    case 'directory':
      return strong('directory');
    case 'move':
      return asksOnlyWhether(evidence) ? strong('move') : weak('move');
    case 'delete':
      return asksOnlyWhether(evidence) ? strong('delete') : weak('delete');
    case 'write':
    case 'link':
      return isAsked(evidence) ? strong(creation(evidence)) : weak(creation(evidence));
    case 'append':
    case 'copy':
    case 'replace':
    case 'ensure':
      return undefined;
  }
}

/** `if (holder && isAlive(holder)) throw …; writeFile(PID_FILE, pid)`: who holds it is asked for, and it is taken. */
function isTakenOver(evidence: ActEvidence): boolean {
  const { act, check } = evidence;
  if (check.operation !== 'read' || !isOfProcesses(act.key)) return false;
  return otherExits(evidence).some(({ how }) => how === 'throw') || tellsDifference(evidence);
}

/** Locks, and files by which processes tell of each other. */
export function isOfProcesses(key: Term): boolean {
  return (
    isLockPath(key) ||
    namesIn(key).some((name) => /pid(?:_?file|_?path)?$|sock(?:et)?(?:_?file|_?path)?$/iu.test(name))
  );
}

/** `if (info && isFresh(info)) return false; … return true;`: the caller asks whether it is its own now. */
function isAsked(evidence: ActEvidence): boolean {
  const others = otherExits(evidence);
  const isConstant = (value: boolean) => (exit: Exit) =>
    exit.how === 'return' && exit.value?.term.kind === 'constant' && exit.value.term.value === value;
  return (
    evidence.check.operation === 'check' &&
    others.some(isConstant(false)) &&
    evidence.summary.exits.some(isConstant(true))
  );
}

/** True for a check that tells nothing but whether something is there: it is deleted, or moved, where it is. */
function asksOnlyWhether({ check, decision, context }: ActEvidence): boolean {
  if (/exists/iu.test(check.method)) return true;
  // `stat(path).catch(() => null)`: it is no surprise that there is nothing.
  return decision !== undefined && isAboutKind(decision.test) && isFailureHandled(check, context.program);
}

/** A secret, or an id: who comes second replaces the one that is in use. */
function isMadeAnew({ act: { written }, relation, context }: ActEvidence): boolean {
  return relation === 'absent' && written !== undefined && isFreshId(written.term, context.program);
}

/** A file that is read, and made where it is missing. */
function isReadAndUsed(evidence: ActEvidence): boolean {
  return evidence.check.operation === 'read' && isWorkedWith(evidence);
}

/** What is written, or will be, is computed from the same file: another rule's race. */
function isUpdate({ act, summary }: ActEvidence): boolean {
  return summary.accesses.some(
    (other) =>
      other.key === act.key &&
      other.operation === 'write' &&
      [...(other.written?.sources ?? [])].some(
        (source) =>
          source.kind === 'read' && source.access.operation === 'read' && source.access.key === act.key,
      ),
  );
}
