/** Rounds of one loop: functions that run again only when they have ended, and that nothing else starts. */
import type { CallInstruction, FunctionForm, Temp } from '../../lower/program.js';
import { instructionsIn } from '../../resources/code/blocks.js';
import type { ArgumentUse, CallSite } from '../../resources/code/call-graph.js';
import type { FlowAccess } from '../../flow/value.js';
import type { RaceContext } from '../context.js';

const TIMERS = /^(?:setTimeout|setImmediate)$/u;
const CHAINED = /^(?:then|catch|finally)$/u;
/** What starts a saga: `middleware.run(root)`, and `fork(watch)` in one that was started once. */
const SAGA_STARTS = /^(?:run|fork|spawn|call)$/u;
/** Callers of callers are asked so far. */
const MAX_DEPTH = 6;

/** All who change the place are rounds of loops that nothing else starts, or run before them. */
export function isChangedInTurn(write: FlowAccess, form: FunctionForm, context: RaceContext): boolean {
  if (!isSerial(form, context)) return false;
  return context.program.functions.every((each) => {
    if (each === form || each.kind === 'module' || each.kind === 'constructor') return true;
    const changes = context.flow.summaries
      .of(each)
      ?.accesses.some(
        (access) =>
          access.form === each &&
          access.operation !== 'read' &&
          access.operation !== 'check' &&
          access.receiver.root === write.receiver.root &&
          (access.key === write.key || access.key === access.receiver.root),
      );
    return changes !== true || each === write.form || isWithin(each, form);
  });
}

function isWithin(form: FunctionForm, outer: FunctionForm): boolean {
  for (let each: FunctionForm | undefined = form; each; each = each.parent) if (each === outer) return true;
  return false;
}

/** True where no two runs of the function overlap: it is started once, and again by itself when its work is done. */
function isSerial(form: FunctionForm, context: RaceContext, depth = 0): boolean {
  if (form.exported || (form.member && !form.hidden) || form.kind === 'accessor' || depth > MAX_DEPTH)
    return false;
  const { index, program } = context;
  let starts = 0;
  for (const site of index.callersOf(form)) {
    if (isRearmed(site.form, form, context)) continue;
    if (isSerial(site.form, context, depth + 1) && isWaitedFor(site, context)) continue;
    if (site.loops.length > 0 && !program.awaited.has(site.call.to)) return false;
    if (!runsOnce(site.form, context)) return false;
    starts++;
  }
  for (const use of index.usesOf(form)) {
    if (isTimerOf(use, form, context)) continue;
    if (!form.generator || use.site.loops.length > 0 || !isSagaStart(use, context, depth)) return false;
    starts++;
  }
  return starts <= 1 && index.callersOf(form).length + index.usesOf(form).length > 0;
}

function runsOnce(form: FunctionForm, context: RaceContext): boolean {
  if (form.kind === 'module' || context.concurrencyOf(form) === 'once') return true;
  const [use, ...others] = context.index.usesOf(form);
  if (!use || others.length > 0 || context.index.callersOf(form).length > 0) return false;
  // `client.once('ready', …)`
  return context.index.calledName(use.site.call) === 'once' && runsOnce(use.site.form, context);
}

function isSagaStart({ site }: ArgumentUse, context: RaceContext, depth: number): boolean {
  if (!SAGA_STARTS.test(context.index.calledName(site.call) ?? '')) return false;
  return runsOnce(site.form, context) || (site.form.generator && isSerial(site.form, context, depth + 1));
}

/** `setTimeout(() => void poll(), pause)`, of which `caller` is the function that calls. */
function isRearmed(caller: FunctionForm, form: FunctionForm, context: RaceContext): boolean {
  const uses = context.index.usesOf(caller);
  return caller !== form && uses.length > 0 && uses.every((use) => isTimerOf(use, form, context));
}

/** The timer is set where the work of the round is done. */
function isTimerOf({ site, position }: ArgumentUse, form: FunctionForm, context: RaceContext): boolean {
  if (position !== 0 || site.loops.length > 0) return false;
  if (!TIMERS.test(context.index.calledName(site.call) ?? '')) return false;
  return site.form === form ? isBehindWaits(site.call, form, context) : isStepOf(site.form, form, context);
}

function isBehindWaits(
  { at }: CallInstruction,
  form: FunctionForm,
  { index, program }: RaceContext,
): boolean {
  let waits = 0;
  for (const each of instructionsIn(form.body)) {
    if (each.op !== 'suspend') continue;
    if (each.at.start > at.start) return false;
    waits++;
  }
  const isLeftAlone = index.sites.some(
    ({ call, form: own }) =>
      own === form && index.calleeForm(call)?.async === true && !program.awaited.has(call.to),
  );
  return waits > 0 && !isLeftAlone;
}

/** `work().finally(() => setTimeout(loop, pause))`: the step of a chain that the function starts. */
function isStepOf(step: FunctionForm, form: FunctionForm, { index }: RaceContext): boolean {
  const [use, ...others] = index.usesOf(step);
  return (
    use?.site.form === form && others.length === 0 && CHAINED.test(index.calledName(use.site.call) ?? '')
  );
}

/** It is awaited, or the chain that goes on with it sets the timer of the next round. */
function isWaitedFor({ call, form }: CallSite, context: RaceContext): boolean {
  const { index, program } = context;
  if (program.awaited.has(call.to)) return true;
  return index.sites.some(
    ({ call: timer, form: step }) =>
      TIMERS.test(index.calledName(timer) ?? '') &&
      isStepOf(step, form, context) &&
      index.usesOf(step).some(({ site }) => startsWith(site.call, call.to, context)),
  );
}

function startsWith({ callee }: CallInstruction, first: Temp, context: RaceContext): boolean {
  if (callee.kind !== 'member') return false;
  if (callee.object === first) return true;
  const before = context.program.definitions[callee.object];
  return (
    before?.op === 'call' &&
    CHAINED.test(context.index.calledName(before) ?? '') &&
    startsWith(before, first, context)
  );
}
