/** What is put where there was nothing: looked up, computed, opened, or held for others. */
import { MEMORY } from '../../../stores/memory.js';
import type { FlowAccess, Sources } from '../../flow/value.js';
import { calledName as nameOfCall } from '../../resources/code/names.js';
import { WRITING_METHODS } from '../../resources/sharing.js';
import { mentionsTerm, type Term } from '../../resources/terms.js';
import type { RaceContext } from '../context.js';

const LOOKUPS =
  /^(?:get|fetch|load|read|find|query|list|select|lookup|resolve|parse|search|count|compute|calculate|then|json|text|map|filter|stat|exec|request|all|first|one|run|script_?load)/iu;
/** Work on what is given: who does it twice has the same result twice. */
const COMPUTATIONS =
  /^(?:clean|summari[sz]|analy[sz]|translat|transform|convert|extract|classif|embed|encod|decod|hash|digest|compil|render|format|normali[sz]|measur|detect|estimat|describ|infer|discover)/iu;
const OPENINGS =
  /^(?:create|connect|open|start|launch|spawn|init|make|build|new|acquire|register|subscribe|listen|mount|attach|setup)/iu;

/** Functions that ask for something and change nothing. */
const QUESTIONS =
  /^(?:get|fetch|load|read|find|query|list|select|lookup|resolve|parse|search|count|json|text|stat|check|probe|validate|verify|introspect|token_?info|is(?=[A-Z])|has(?=[A-Z]))/iu;

/** A function that only asks for something, by its name. */
export function isQuestion(name: string | undefined): boolean {
  return name !== undefined && QUESTIONS.test(name);
}

/**
 * A value that was only looked up may be looked up twice: the loser's work is lost, nothing else. What was
 * opened, started or connected is leaked.
 */
export function isLookedUp({ written }: FlowAccess, made: Term | undefined): boolean {
  if (written && !written.parts && isStored(written.sources)) return true;
  if (made && isNamespace(made)) return true;
  const name = made && calledName(made);
  return name !== undefined && (LOOKUPS.test(name) || COMPUTATIONS.test(name));
}

/** `await import('./parser.js')` as a whole: a module is there once, whoever asks for it. */
function isNamespace(term: Term): boolean {
  return (
    (term.kind === 'import' && term.name === '*') || (term.kind === 'compute' && term.operator === 'import')
  );
}

/** What is written where there was nothing: `cached ?? (await load())` is the answer. */
export function madeBy(read: FlowAccess, write: FlowAccess): Term | undefined {
  const term = write.written?.term;
  if (term?.kind !== 'either') return term;
  const [only, ...others] = term.options.filter((option) => option !== read.result);
  return others.length === 0 ? only : term;
}

export function isPlainObject(term: Term): boolean {
  return term.kind === 'call' && term.construct && isPlain(term.callee);
}

/** `seen.add(id)`: two containers, of which one is forgotten with what others have put into it. */
export function isFilled({ key }: FlowAccess, { program, flow }: RaceContext): boolean {
  return program.functions.some(({ calls }) =>
    calls.some(
      ({ callee }) =>
        callee.kind === 'member' &&
        'name' in callee.property &&
        WRITING_METHODS.has(callee.property.name) &&
        flow.definitions.termOf(callee.object) === key,
    ),
  );
}

/** A place that its name, or its class, says to be a cache: what is missed twice is computed twice. */
export function isCache({ receiver, key }: FlowAccess): boolean {
  return [receiver.root, key].some(
    (term) => /cache|memo(?!r)/iu.test(placeName(term) ?? '') || /Cache$/u.test(ownerName(term) ?? ''),
  );
}

/** The class whose field it is. */
function ownerName(term: Term): string | undefined {
  if (term.kind === 'member' || term.kind === 'index') return ownerName(term.object);
  return term.kind === 'this' || term.kind === 'class'
    ? (term.kind === 'this' ? term.owner : term.form).name
    : undefined;
}

/** What others count on: of two tokens that are asked for, the first may be void when the second comes. */
export function isCredential({ receiver, key, written }: FlowAccess): boolean {
  const names = [placeName(receiver.root), placeName(key)];
  const parts = [...(written?.parts ?? [])].flatMap(([name, { sources }]) =>
    isStored(sources) ? [] : [name],
  );
  return [...names, ...parts].some((name) => /token|credential|session(?!s?Cache)|lease/iu.test(name ?? ''));
}

/** It comes from a store or a file: to read it makes no other one void. */
function isStored(sources: Sources): boolean {
  return [...sources].some((source) => source.kind === 'read' && source.access.receiver.model !== MEMORY);
}

function placeName(term: Term): string | undefined {
  if (term.kind === 'variable') return term.variable.name;
  return term.kind === 'member' ? term.name : undefined;
}

/** `{ value, expiresAt }`: a record of what was looked up, unless a part of it was made or opened. */
export function isRecord({ written }: FlowAccess): boolean {
  if (written?.term.kind !== 'made' || !written.parts || written.parts.size === 0) return false;
  return [...written.parts.values()].every(({ term }) => !isOpened(term));
}

/** A record that says nothing of who made it, and that nobody changes in part: one is as good as the other. */
export function isNeverChanged({ written, key }: FlowAccess, { flow }: RaceContext): boolean {
  return [...(written?.parts ?? [])].every(
    ([name, part]) =>
      ![...part.sources].some(({ kind }) => kind === 'parameter') &&
      !flow.shared.isWrittenProperty(key, name),
  );
}

export function isOpened(term: Term): boolean {
  if (term.kind === 'call' && term.construct) return !isPlain(term.callee);
  const name = calledName(term);
  return name !== undefined && OPENINGS.test(name);
}

/** Objects of the language that hold values, and nothing that has to be closed. */
function isPlain(constructed: Term): boolean {
  return (
    constructed.kind === 'global' &&
    /^(?:Map|Set|WeakMap|WeakSet|Array|Object|Date|URL|URLSearchParams|RegExp|Error|\w+Array)$/u.test(
      constructed.name,
    )
  );
}

/** `this.leading = answer === 'OK'`: a state that is told anew each time, by whoever asked last. */
export function isStatus(term: Term | undefined): boolean {
  return term?.kind === 'compute' && /^(?:[=!]==?|[<>]=?|!|in|instanceof)$/u.test(term.operator);
}

/** `expiresAt = Date.now() + 60_000`: nothing but the time, and what it is counted from. */
export function isTime(term: Term | undefined, context: RaceContext): boolean {
  if (term?.kind === 'compute' && /^[+-]$/u.test(term.operator))
    return (
      term.operands.some((operand) => isTime(operand, context)) &&
      term.operands.every(
        (operand) => /^(?:constant|member|variable)$/u.test(operand.kind) || isTime(operand, context),
      )
    );
  const made = term?.kind === 'made' ? context.program.definitions[term.temp] : undefined;
  const name =
    made?.op === 'call' && made.arguments.length === 0
      ? nameOfCall(context.program, made)
      : term?.kind === 'call' && term.arguments.length === 0
        ? nameOf(term.callee)
        : undefined;
  return name !== undefined && /^(?:now|Date|getTime|hrtime)$/u.test(name);
}

/** True for one of several that does not come from what was read. */
export function isApart(term: Term, read: FlowAccess, context: RaceContext, depth = 0): boolean {
  const { program, flow } = context;
  const inner = (each: Term): boolean => isApart(each, read, context, depth + 1);
  if (flow.answers.has(term)) return true;
  if (depth > 4 || mentionsTerm(term, read.result)) return false;
  switch (term.kind) {
    case 'constant':
    case 'parameter':
    case 'import':
    case 'global':
      return true;
    case 'call':
      return term.arguments.every(inner);
    case 'member':
      return inner(term.object);
    case 'compute':
      return isStatus(term);
    case 'made': {
      const made = program.definitions[term.temp];
      if (made?.op === 'array') return made.elements.length === 0;
      // What a store has given.
      if (made?.op !== 'object') return made?.op === 'call' || made?.op === 'suspend';
      return made.entries.every(
        (entry) => entry.kind === 'property' && inner(flow.definitions.termOf(entry.value)),
      );
    }
    default:
      return false;
  }
}

function calledName(term: Term): string | undefined {
  if (term.kind === 'typed') return calledName(term.operand);
  if (term.kind === 'member') return calledName(term.object);
  // `response.value ?? ''`
  if (term.kind === 'either') return term.options.map(calledName).find((name) => name !== undefined);
  if (term.kind !== 'call' || term.construct) return undefined;
  return nameOf(term.callee);
}

function nameOf(callee: Term): string | undefined {
  if (callee.kind === 'member' || callee.kind === 'global' || callee.kind === 'import') return callee.name;
  if (callee.kind === 'variable') return callee.variable.name;
  return callee.kind === 'closure' ? callee.form.name : undefined;
}
