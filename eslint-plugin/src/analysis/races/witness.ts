/** The interleaving that loses data, as steps of two executions in time order. */
import type { FlowAccess } from '../flow/value.js';
import type {
  CheckThenActShape,
  ConflictKind,
  SourceRange,
  StaleWriteShape,
  Update,
  Witness,
} from '../race.js';
import type { RaceContext } from './context.js';
import { rangeOf } from './access.js';
import { describePlace } from './names.js';

/** The first point after the read at which another execution can run. */
export function suspensionBetween(read: FlowAccess, write: FlowAccess): SourceRange | undefined {
  const passed = read.suspensions?.count ?? 0;
  const { gated } = write.receiver.model;
  let found: SourceRange | undefined;
  for (let each = write.suspensions; each && each.count > passed; each = each.before)
    if (!gated || each.foreign) found = each.at.at;
  return found;
}

/** A value to show the loss with; any would do, five is easy to follow. */
const SAMPLE = 5;

export function witnessOf(
  read: FlowAccess,
  write: FlowAccess,
  suspension: SourceRange | undefined,
  update: Update,
  context: RaceContext,
): Witness {
  const name = nameOf(write, context);
  const values = valuesOf(update, context);
  const reads = {
    action: 'read',
    range: rangeOf(read, context),
    text: `reads ${name}`,
    value: values.before,
  } as const;
  const writes = { action: 'write', range: rangeOf(write, context), text: `writes ${name}` } as const;
  return [
    { execution: 'A', ...reads },
    ...(suspension
      ? [{ execution: 'A', action: 'suspend', range: suspension, text: 'waits; others run' } as const]
      : []),
    { execution: 'B', ...reads },
    { execution: 'B', ...writes, value: values.byB },
    { execution: 'A', ...writes, value: values.byA, loses: true },
  ];
}

/** The same for memory: B runs while A waits. */
export function staleWriteWitness(
  read: FlowAccess,
  write: FlowAccess,
  suspension: SourceRange,
  shape: StaleWriteShape,
  context: RaceContext,
): Witness {
  const name = nameOf(write, context);
  const seen = shape === 'update' ? 'v' : 'not there yet';
  const kept =
    shape === 'update' ? { byB: "v + B's change", byA: "v + A's change" } : { byB: "B's", byA: "A's" };
  const reads = {
    action: 'read',
    range: rangeOf(read, context),
    text: `reads ${name}`,
    value: seen,
  } as const;
  const waits = { action: 'suspend', range: suspension, text: 'waits; others run' } as const;
  const writes = { action: 'write', range: rangeOf(write, context), text: `writes ${name}` } as const;
  return [
    { execution: 'A', ...reads },
    { execution: 'A', ...waits },
    { execution: 'B', ...reads },
    { execution: 'B', ...waits },
    { execution: 'B', ...writes, value: kept.byB },
    { execution: 'A', ...writes, value: kept.byA, loses: true },
  ];
}

/** The same for a check and an act: B acts between the two. */
export function checkThenActWitness(
  check: FlowAccess,
  act: FlowAccess,
  suspension: SourceRange | undefined,
  shape: CheckThenActShape,
  context: RaceContext,
): Witness {
  const name = nameOf(act, context);
  const seen = SEEN[shape];
  const checks = {
    action: 'read',
    range: rangeOf(check, context),
    text: `checks ${name}`,
    value: seen,
  } as const;
  const waits = suspension && ({ action: 'suspend', range: suspension, text: 'waits; others run' } as const);
  const acts = { action: 'write', range: rangeOf(act, context), text: `${DOES[shape]} ${name}` } as const;
  return [
    { execution: 'A', ...checks },
    ...(waits ? [{ execution: 'A', ...waits } as const] : []),
    { execution: 'B', ...checks },
    { execution: 'B', ...acts },
    { execution: 'A', ...acts, loses: true },
  ];
}

const SEEN: Readonly<Record<CheckThenActShape, string>> = {
  claim: 'free',
  create: 'not there',
  lock: 'free',
  take: 'there',
  limit: 'below the limit',
  change: 'as expected',
  overwrite: 'there',
  delete: 'there',
  directory: 'not there',
  move: 'as expected',
  copy: 'not there',
};

const DOES: Readonly<Record<CheckThenActShape, string>> = {
  claim: 'claims',
  create: 'creates',
  lock: 'locks',
  take: 'takes from',
  limit: 'adds to',
  change: 'changes',
  overwrite: 'overwrites',
  delete: 'deletes',
  directory: 'makes',
  move: 'moves',
  copy: 'copies to',
};
/** The same for a flush: B adds while A waits, and A's clear takes it along. */
export function flushWitness(
  clear: FlowAccess,
  suspension: SourceRange,
  addition: SourceRange | undefined,
  context: RaceContext,
): Witness {
  const name = nameOf(clear, context);
  return [
    { execution: 'A', action: 'read', range: suspension, text: `saves ${name}`, value: 'v' },
    { execution: 'A', action: 'suspend', range: suspension, text: 'waits; others run' },
    {
      execution: 'B',
      action: 'write',
      range: addition ?? rangeOf(clear, context),
      text: `adds to ${name}`,
      value: "v + B's",
    },
    {
      execution: 'A',
      action: 'write',
      range: rangeOf(clear, context),
      text: `clears ${name}`,
      value: 'empty',
      loses: true,
    },
  ];
}

/** The order of two tasks in which one undoes, or does not see, what the other does. */
export function conflictWitness(
  first: FlowAccess,
  second: FlowAccess,
  conflict: ConflictKind,
  context: RaceContext,
): Witness {
  const name = nameOf(first, context);
  if (conflict === 'make') return directoryWitness(first, second, context);
  const doing = ({ operation }: FlowAccess): string =>
    operation === 'delete' ? `deletes ${name}` : operation === 'read' ? `reads ${name}` : `writes ${name}`;
  const [early, late] =
    conflict === 'delete'
      ? second.operation === 'delete'
        ? [first, second]
        : [second, first]
      : conflict === 'read' && first.operation !== 'read'
        ? [second, first]
        : [first, second];
  return [
    {
      execution: 'A',
      action: early.operation === 'read' ? 'read' : 'write',
      range: rangeOf(early, context),
      text: doing(early),
      value: early.operation === 'read' ? 'the old one' : "A's",
    },
    {
      execution: 'B',
      action: 'write',
      range: rangeOf(late, context),
      text: doing(late),
      value: late.operation === 'delete' ? 'nothing' : "B's",
      loses: true,
    },
  ];
}

/** What is written before its directory is there. */
function directoryWitness(first: FlowAccess, second: FlowAccess, context: RaceContext): Witness {
  return [
    {
      execution: 'B',
      action: 'write',
      range: rangeOf(second, context),
      text: `writes ${nameOf(second, context)}`,
      value: 'ENOENT',
      loses: true,
    },
    {
      execution: 'A',
      action: 'write',
      range: rangeOf(first, context),
      text: `makes ${nameOf(first, context)}`,
    },
  ];
}

/** Two executions that write the same scratch file: the first goes on with what the second has put there. */
export function tempPathWitness(range: SourceRange, path: string): Witness {
  const name = `\`${path}\``;
  const writes = { action: 'write', range, text: `writes ${name}` } as const;
  return [
    { execution: 'A', ...writes, value: "A's" },
    { execution: 'B', ...writes, value: "B's", loses: true },
    { execution: 'A', action: 'read', range, text: `goes on with ${name}`, value: "B's" },
  ];
}

function nameOf(access: FlowAccess, context: RaceContext): string {
  const { key, field } = describePlace(access, context);
  return field === undefined ? `\`${key}\`` : `\`${key}\` field \`${field}\``;
}

function valuesOf(update: Update, context: RaceContext): { before: string; byA: string; byB: string } {
  if (update.kind !== 'increment') {
    if (update.kind === 'unchanged') return { before: 'v', byB: 'v (B writes again)', byA: 'v' };
    return { before: 'v', byB: "v + B's change", byA: "v + A's change" };
  }
  const step = update.step === 1 ? 1 : Number(context.program.textOf(update.step));
  if (Number.isFinite(step)) {
    const after = String(SAMPLE + update.sign * step);
    return { before: String(SAMPLE), byA: after, byB: after };
  }
  const text = update.step === 1 ? '1' : context.program.textOf(update.step);
  const after = `${SAMPLE} ${update.sign > 0 ? '+' : '-'} ${text}`;
  return { before: String(SAMPLE), byA: after, byB: after };
}
