/** Commands that a function starts, and the paths that it tells them. */
import type { FlowAccess } from '../flow/value.js';
import type { CallInstruction, FunctionForm } from '../lower/program.js';
import type { SourceRange } from '../race.js';
import { mentionsTerm, type Term } from '../resources/terms.js';
import type { RaceContext } from './context.js';

export interface Command {
  readonly name: string;
  readonly at: SourceRange;
  mentions(path: Term): boolean;
}

/** Functions that run another program: Node's, those of well-known packages, and what they are named after promisifying. */
const RUNS =
  /^(?:exec|execSync|execFile|execFileSync|spawn|spawnSync|fork|execa|execaSync|execaCommand|execAsync|execPromise|execP|execFileAsync|execFilePromise|pExec|asyncExec|runCommand|run|shell|\$|zx)$/u;

/** The commands of a function and of the callbacks in it, in source order. */
export function commandsOf(form: FunctionForm, context: RaceContext): readonly Command[] {
  const own = form.calls.flatMap((call) => {
    const name = calledName(call, context);
    if (name === undefined || !RUNS.test(name)) return [];
    const told = call.arguments.flatMap(({ value }) => toldIn(value, context));
    return [{ name, at: call.at, mentions: (path: Term) => told.some((each) => isToldIn(path, each)) }];
  });
  return [...own, ...form.nested.flatMap((inner) => commandsOf(inner, context))].sort(
    (first, second) => first.at.start - second.at.start,
  );
}

/** True where a path that was written is told to a command afterwards. */
export function isHandedOn(write: FlowAccess, form: FunctionForm, context: RaceContext): boolean {
  return commandsOf(form, context).some(
    (command) => command.at.start > write.instruction.at.start && command.mentions(write.key),
  );
}

/** An argument, and the elements of a list of arguments. */
function toldIn(value: number, context: RaceContext): Term[] {
  const { definitions } = context.flow;
  const definition = context.program.definitions[value];
  if (definition?.op === 'array')
    return definition.elements.flatMap((element) => toldIn(element.value, context));
  if (definition?.op === 'load' && definition.variable.writes.length === 1) {
    const [write] = definition.variable.writes;
    const made = write === undefined ? undefined : context.program.definitions[write];
    if (made?.op === 'array') return made.elements.flatMap((element) => toldIn(element.value, context));
    if (write !== undefined) return [definitions.termOf(write), definitions.termOf(value)];
  }
  return [definitions.termOf(value)];
}

function isToldIn(path: Term, told: Term): boolean {
  if (mentionsTerm(told, path)) return true;
  if (path.kind !== 'constant' || typeof path.value !== 'string' || path.value.length < 4) return false;
  const text = path.value;
  const parts = told.kind === 'concat' ? told.parts : [told];
  return parts.some(
    (part) => part.kind === 'constant' && typeof part.value === 'string' && part.value.includes(text),
  );
}

function calledName({ callee }: CallInstruction, { program }: RaceContext): string | undefined {
  if (callee.kind === 'member') return 'name' in callee.property ? callee.property.name : undefined;
  const definition = callee.kind === 'value' ? program.definitions[callee.value] : undefined;
  return definition?.op === 'load'
    ? (definition.variable.imported?.name ?? definition.variable.name)
    : undefined;
}
