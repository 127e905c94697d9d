/** The interleaving that loses data, as steps of two executions in time order. */
import type { FlowAccess } from '../flow/value.js';
import type { SourceRange, StaleWriteShape, Update, Witness } from '../race.js';
import type { RaceContext } from './context.js';
import { rangeOf } from './access.js';
import { describePlace } from './names.js';

/** The first point after the read at which another execution can run. */
export function suspensionBetween(read: FlowAccess, write: FlowAccess): SourceRange | undefined {
  const passed = read.suspensions?.count ?? 0;
  let found: SourceRange | undefined;
  for (let each = write.suspensions; each && each.count > passed; each = each.before) found = each.at.at;
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
