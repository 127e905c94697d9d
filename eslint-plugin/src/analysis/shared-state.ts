/** What a file shares with other executions: every resource that it writes, with its accesses and their guards. */
import type { TSESLint } from '@typescript-eslint/utils';
import { protection, type Guard } from './flow/guards.js';
import type { FlowAccess } from './flow/value.js';
import { newRaceContext, walkModule } from './index.js';
import type { AnalysisOptions } from './options.js';
import { MEMORY } from '../stores/memory.js';
import type { Program } from './lower/program.js';
import type { Access, Resource, SourceRange } from './race.js';
import { toAccess } from './races/access.js';
import type { RaceContext } from './races/context.js';
import { describeTerm } from './races/names.js';
import { mentionsParameter, type Term } from './resources/terms.js';

/** What excludes others while an access is made. */
export interface SharingGuard {
  readonly kind: Guard['kind'];
  /** Source-like text of the lock, or of the key that is locked. */
  readonly on: string;
  /** The call that takes it. */
  readonly range: SourceRange;
}

export interface SharedAccess extends Access {
  /** `partial`: what it holds excludes some of those who can reach the resource, e.g. this process only. */
  readonly guarded: 'none' | 'partial' | 'full';
  readonly guards: readonly SharingGuard[];
}

export interface SharedResource extends Resource {
  /** Where the variable is declared, or the field is given its first value, that it is reached by; if in this file. */
  readonly declaration?: SourceRange;
  /** In source order. */
  readonly accesses: readonly SharedAccess[];
}

/** The resources that a file writes, in the order in which they are first accessed. */
export function sharedState(
  sourceCode: Readonly<TSESLint.SourceCode>,
  options: AnalysisOptions = {},
): readonly SharedResource[] {
  const walked = walkModule(sourceCode, options, 'all');
  if (!walked) return [];
  const context = newRaceContext(walked, options.filename ?? '');
  const resources = new Map<string, Map<string, SharedAccess>>();
  const declarations = new Map<string, SourceRange | undefined>();
  const { program, flow } = walked;
  // What a linked module does by itself is told there.
  const own = flow.summaries.finished().filter(({ form }) => !program.isLinked(form.at));
  for (const access of own.flatMap(({ accesses }) => accesses)) {
    if (speaksOfCallers(access)) continue;
    const shared = toSharedAccess(access, context);
    const id = identityOf(access);
    let known = resources.get(id);
    if (!known) {
      resources.set(id, (known = new Map<string, SharedAccess>()));
      declarations.set(id, declarationOf(access, program));
    }
    keepWeaker(known, shared);
  }
  return [...resources]
    .flatMap(([id, found]) => toSharedResource([...found.values()], declarations.get(id)))
    .sort((a, b) => firstOf(a) - firstOf(b));
}

/** None for what is only read. */
function toSharedResource(
  found: readonly SharedAccess[],
  declaration: SourceRange | undefined,
): SharedResource[] {
  const accesses = [...found].sort((a, b) => a.range.start - b.range.start);
  const [first] = accesses;
  if (!first || accesses.every(({ operation }) => operation === 'read' || operation === 'check')) return [];
  return [{ ...first.resource, ...(declaration && { declaration }), accesses }];
}

/** In memory that is the place itself; elsewhere the client by which the store is reached. */
function declarationOf({ receiver, key }: FlowAccess, program: Program): SourceRange | undefined {
  const [own, client] = [key, receiver.root].map((term) => declaredAt(term, program));
  const at = receiver.model === MEMORY ? (own ?? client) : client;
  return at && !program.isLinked(at) ? at : undefined;
}

function declaredAt(term: Term, program: Program): SourceRange | undefined {
  switch (term.kind) {
    case 'variable':
      return term.variable.at;
    case 'typed':
      return declaredAt(term.operand, program);
    case 'index':
      return declaredAt(term.object, program);
    case 'member': {
      const { object, name } = term;
      if (object.kind !== 'this' || !('fieldWrites' in object.owner)) return declaredAt(object, program);
      const [first] = object.owner.fieldWrites.get(name) ?? [];
      return first === undefined ? undefined : program.definitions[first]?.at;
    }
    default:
      return undefined;
  }
}

/** In a helper: the same access is met again at each call, with what the caller passes. */
function speaksOfCallers({ receiver, key, field, form, via }: FlowAccess): boolean {
  if (via) return false;
  const isHelper = !form.exported && !form.member && form.parameters.length > 0;
  return isHelper && [receiver.root, key, ...(field ? [field] : [])].some((term) => mentionsParameter(term));
}

/** Equal terms are one object: a resource is its store, its key and the part of the value. */
function identityOf({ receiver, key, field }: FlowAccess): string {
  return `${receiver.model.id} ${receiver.root.id} ${key.id} ${field?.id ?? ''}`;
}

function toSharedAccess(access: FlowAccess, context: RaceContext): SharedAccess {
  const { receiver, key, guards, form } = access;
  const held = protection(receiver.model.scope, key, guards, guards);
  const guarded = held === 'none' && context.isGuardedByCallers(form) ? 'full' : held;
  return {
    ...toAccess(access, context),
    guarded,
    guards: guards.map(({ kind, on, call }) => ({ kind, on: describeTerm(on, context), range: call.at })),
  };
}

/** One access of the source, met on several ways, is as well guarded as on the worst of them. */
function keepWeaker(known: Map<string, SharedAccess>, access: SharedAccess): void {
  const place = `${access.range.start}-${access.range.end} ${access.operation}`;
  const other = known.get(place);
  if (!other || STRENGTH[access.guarded] < STRENGTH[other.guarded]) known.set(place, access);
}

const STRENGTH: Readonly<Record<SharedAccess['guarded'], number>> = { none: 0, partial: 1, full: 2 };

function firstOf({ accesses }: SharedResource): number {
  return accesses[0]?.range.start ?? 0;
}
