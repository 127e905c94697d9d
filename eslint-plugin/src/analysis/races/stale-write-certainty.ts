/** How sure a stale write in memory is. Every weakness that makes one only `possible` is named here. */
import type { FlowAccess } from '../flow/value.js';
import type { FunctionForm } from '../lower/program.js';
import type { Certainty, Dependence, StaleWriteShape } from '../race.js';
import type { Term } from '../resources/terms.js';
import type { RaceContext } from './context.js';

export interface StaleWriteEvidence {
  readonly write: FlowAccess;
  readonly shape: StaleWriteShape;
  readonly dependence: Dependence;
  /** The function that both reads and writes. */
  readonly form: FunctionForm;
  readonly context: RaceContext;
}

export function staleWriteCertainty(evidence: StaleWriteEvidence): Certainty {
  const { write, shape, dependence, form, context } = evidence;
  const concurrency = context.concurrencyOf(form);
  if (concurrency === 'once') return 'possible';
  if (isOwnedInstance(write, context)) return 'possible';
  if (dependence === 'control' && write.operation === 'delete') return 'possible';
  if (dependence === 'control' && isTeardown(form) && clears(write)) return 'possible';
  if ((shape === 'lazy-init' || shape === 'entry') && isLookedUp(write.written?.term)) return 'possible';
  if (shape === 'entry' && isRecord(write)) return 'possible';
  if (shape === 'lazy-init' && isStatus(write.written?.term)) return 'possible';
  return concurrency === 'concurrent' && dependence === 'data' ? 'certain' : 'likely';
}

/** An object of a class that this file makes anew in a call, and that leaves the file in no other way. */
function isOwnedInstance(write: FlowAccess, context: RaceContext): boolean {
  const owner = rootOf(write.receiver.root);
  return owner.kind === 'this' && 'methods' in owner.owner && context.isMadePerCall(owner.owner);
}

function rootOf(term: Term): Term {
  return term.kind === 'member' || term.kind === 'index' ? rootOf(term.object) : term;
}

/** Closing twice, or closing what was just opened, is the caller's order of calls more than a lost update. */
function isTeardown(form: FunctionForm): boolean {
  return /^(?:close|stop|dispose|destroy|disconnect|shutdown|cleanup|teardown|end|reset|clear|unsubscribe|unload|deactivate|terminate|abort|kill|logout)/iu.test(
    form.name ?? '',
  );
}

function clears(write: FlowAccess): boolean {
  if (write.operation === 'delete') return true;
  const term = write.written?.term;
  return (
    term?.kind === 'constant' && (term.value === null || term.value === undefined || term.value === false)
  );
}

/**
 * A value that was only looked up may be looked up twice: the loser's work is lost, nothing else. What was
 * opened, started or connected is leaked.
 */
function isLookedUp(term: Term | undefined): boolean {
  const name = term && calledName(term);
  return (
    name !== undefined &&
    /^(?:get|fetch|load|read|find|query|list|select|lookup|resolve|parse|search|count|compute|calculate|then|json|text|map|filter|stat|exec|request|all|first|one|run)/iu.test(
      name,
    )
  );
}

/** `{ value, expiresAt }`: a record of what was looked up, unless a part of it was made or opened. */
function isRecord({ written }: FlowAccess): boolean {
  if (written?.term.kind !== 'made' || !written.parts || written.parts.size === 0) return false;
  return [...written.parts.values()].every(({ term }) => !isOpened(term));
}

function isOpened(term: Term): boolean {
  if (term.kind === 'call' && term.construct) return true;
  const name = calledName(term);
  return (
    name !== undefined &&
    /^(?:create|connect|open|start|launch|spawn|init|make|build|new|acquire|register|subscribe|listen|mount|attach|setup)/iu.test(
      name,
    )
  );
}

/** `this.leading = answer === 'OK'`: a state that is told anew each time, by whoever asked last. */
function isStatus(term: Term | undefined): boolean {
  return term?.kind === 'compute' && /^(?:[=!]==?|[<>]=?|!|in|instanceof)$/u.test(term.operator);
}

function calledName(term: Term): string | undefined {
  if (term.kind === 'typed') return calledName(term.operand);
  if (term.kind === 'member') return calledName(term.object);
  if (term.kind !== 'call' || term.construct) return undefined;
  const { callee } = term;
  if (callee.kind === 'member' || callee.kind === 'global' || callee.kind === 'import') return callee.name;
  if (callee.kind === 'variable') return callee.variable.name;
  return callee.kind === 'closure' ? callee.form.name : undefined;
}
