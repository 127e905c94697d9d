/** Calls that are told paths, by which another program or a library reads and writes files. */
import { PATH_TAKERS } from '../../stores/path-takers.js';
import type { CallInstruction, FunctionForm } from '../lower/program.js';
import type { SourceRange } from '../race.js';
import { pathTerm } from '../resources/paths.js';
import type { Term } from '../resources/terms.js';
import type { Call } from './calls.js';
import type { Guard } from './guards.js';
import type { Value } from './value.js';
import type { Walk } from './walk.js';

export interface PathTold {
  readonly kind: 'command' | 'writer';
  readonly name: string;
  /** Its arguments, and the elements and properties of those that are written out, as paths. */
  readonly told: readonly Term[];
  readonly at: SourceRange;
  readonly form: FunctionForm;
  /** How many accesses the walk had met by then. */
  readonly behind: number;
  readonly guards: readonly Guard[];
  /** It stands in a function that the walked one calls. */
  readonly isCalled: boolean;
}

/** Lists in lists are looked into so far. */
const MAX_DEPTH = 3;

/** Notes a call that is told paths; it is evaluated as any other. */
export function noteToldPaths(walk: Walk, call: Call): void {
  const kind = call.name === undefined ? undefined : PATH_TAKERS.get(call.name);
  if (kind === undefined || call.name === undefined || call.args.length === 0) return;
  if (kind === 'writer' && (!call.object || walk.context.receivers.recognise(call.object.term))) return;
  const told = call.args.flatMap((argument) => textsIn(walk, argument, 0));
  if (told.length === 0) return;
  walk.told.push({
    kind,
    name: call.name,
    told,
    at: walk.left?.call.at ?? call.instruction.at,
    form: walk.form,
    behind: walk.accesses.length,
    guards: walk.state.guards,
    isCalled: walk.left !== undefined,
  });
}

/** The same, where a call leads there. */
export function toldThrough(
  { told, ...rest }: PathTold,
  call: CallInstruction,
  met: number,
  guards: readonly Guard[],
  path: (term: Term) => Term,
): PathTold {
  return { ...rest, at: call.at, behind: met + rest.behind, guards, isCalled: true, told: told.map(path) };
}

function textsIn(walk: Walk, value: Value, depth: number): Term[] {
  const { term } = value;
  if (term.kind === 'closure' || (term.kind === 'constant' && typeof term.value !== 'string')) return [];
  if (value.parts && value.parts.size > 0 && depth < MAX_DEPTH)
    return [...value.parts.values()].flatMap((part) => textsIn(walk, walk.refresh(part), depth + 1));
  return [pathTerm(walk.context.definitions, term)];
}
