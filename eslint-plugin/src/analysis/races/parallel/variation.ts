/** What differs between two runs of one callback, or of two rounds of a loop. */
import type { Value } from '../../flow/value.js';
import type { FunctionForm, Variable } from '../../lower/program.js';
import type { Term } from '../../resources/terms.js';
import type { RaceContext } from '../context.js';
import { calledName } from '../places.js';

/** Functions that give the same for the same arguments, by the names under which they are known everywhere. */
const PURE =
  /^(?:join|resolve|normalize|basename|dirname|relative|format|String|Number|toString|toLowerCase|toUpperCase|trim|replace|replaceAll|concat|encodeURIComponent|fileURLToPath|pathToFileURL|cwd|homedir|tmpdir|eq|and|ObjectId|Types|stringify|collection|doc|ref|bucket|table|slice|substring|padStart|padEnd)$/u;

/** True where a key is the same in each run: made of constants and of what stands outside of the callback. */
export function isSameInAll(term: Term, bodies: ReadonlySet<FunctionForm>, context: RaceContext): boolean {
  const inner = (each: Term): boolean => isSameInAll(each, bodies, context);
  switch (term.kind) {
    case 'constant':
    case 'import':
    case 'global':
    case 'this':
    case 'class':
    case 'closure':
      return true;
    case 'parameter':
      return !isInside(term.form, bodies);
    case 'variable':
      return !isInside(term.variable.owner, bodies) && !isChanging(term.variable);
    case 'member':
      return inner(term.object);
    case 'index':
      return inner(term.object) && inner(term.key);
    case 'concat':
      return term.parts.every(inner);
    case 'compute':
      return term.operands.every(inner);
    case 'typed':
      return inner(term.operand);
    case 'call': {
      const { callee } = term;
      const name =
        callee.kind === 'closure'
          ? 'join'
          : callee.kind === 'member' || callee.kind === 'import' || callee.kind === 'global'
            ? callee.name
            : '';
      if (!inner(callee) || !term.arguments.every(inner)) return false;
      return (
        PURE.test(name) ||
        isCalledAround(callee.kind === 'variable' ? callee.variable.name : name, bodies, context)
      );
    }
    case 'either':
      return isEnvironmentOrDefault(term.options);
    case 'made':
      return false;
  }
}

/** `const id = context.param('id')`, once, before the tasks: only the function that starts them calls it, none that they call. */
function isCalledAround(name: string, bodies: ReadonlySet<FunctionForm>, context: RaceContext): boolean {
  if (name === '') return false;
  const callers = context.program.functions.filter(({ calls }) =>
    calls.some((call) => calledName(call, context) === name),
  );
  const isApart = (caller: FunctionForm): boolean =>
    !isInside(caller, bodies) && !caller.member && context.index.callersOf(caller).length === 0;
  return (
    callers.some((caller) => isAround(caller, bodies)) &&
    callers.every((caller) => isAround(caller, bodies) || isApart(caller))
  );
}

/** True for a function in which all of the tasks' functions stand. */
function isAround(form: FunctionForm, bodies: ReadonlySet<FunctionForm>): boolean {
  if (bodies.has(form)) return false;
  return [...bodies].every((body) => {
    for (let each = body.parent; each; each = each.parent) if (each === form) return true;
    return false;
  });
}

/** `process.env.FILE ?? 'status.json'`: what the process was started with, or else a constant. */
function isEnvironmentOrDefault(options: readonly Term[]): boolean {
  const others = options.filter(({ kind }) => kind !== 'constant');
  return others.length === 1 && others.every(isEnvironment);
}

function isEnvironment(term: Term): boolean {
  return term.kind === 'member' && term.object.kind === 'member' && term.object.name === 'env';
}

/** A counter may be another at each run, whoever counts it. */
function isChanging(variable: Variable): boolean {
  return variable.kind === 'local' && variable.writes.length > 1;
}

export function isInside(form: FunctionForm, bodies: ReadonlySet<FunctionForm>): boolean {
  for (let each: FunctionForm | undefined = form; each; each = each.parent) if (bodies.has(each)) return true;
  return false;
}

/** True where a value comes from the element that a run is for, or from what the run has waited for. */
export function dependsOnRun(
  value: Value | undefined,
  bodies: ReadonlySet<FunctionForm>,
  context: RaceContext,
  depth = 0,
): boolean {
  if (!value || depth > 8) return false;
  if (value.parts && value.parts.size > 0)
    return [...value.parts.values()].some((part) => dependsOnRun(part, bodies, context, depth + 1));
  return termDepends(value.term, bodies, context);
}

function termDepends(term: Term, bodies: ReadonlySet<FunctionForm>, context: RaceContext): boolean {
  const inner = (each: Term): boolean => termDepends(each, bodies, context);
  switch (term.kind) {
    case 'parameter':
      return isInside(term.form, bodies);
    case 'variable':
      return isInside(term.variable.owner, bodies) || isChanging(term.variable);
    case 'member':
      return inner(term.object);
    case 'index':
      return inner(term.object) || inner(term.key);
    case 'concat':
      return term.parts.some(inner);
    case 'compute':
      return term.operands.some(inner);
    case 'typed':
      return inner(term.operand);
    case 'either':
      return term.options.some(inner);
    case 'call':
      return inner(term.callee) || term.arguments.some(inner);
    case 'made': {
      const definition = context.program.definitions[term.temp];
      if (!definition) return true;
      if (definition.op === 'array')
        return definition.elements.some(({ value }) => inner(context.flow.definitions.termOf(value)));
      if (definition.op === 'object')
        return definition.entries.some(({ value }) => inner(context.flow.definitions.termOf(value)));
      // When it is, and what is new each time, is no result of the run.
      const name = definition.op === 'call' ? calledName(definition, context) : undefined;
      if (
        definition.op === 'call' &&
        (definition.construct || /^(?:now|toISOString|random\w*|hrtime)$/u.test(name ?? ''))
      )
        return false;
      return true;
    }
    default:
      return false;
  }
}
