/** What a file shares with other executions: every resource that it writes, with its accesses and their guards. */
import type { TSESLint } from '@typescript-eslint/utils';
import { protection, type Guard } from './flow/guards.js';
import type { FlowAccess } from './flow/value.js';
import { newRaceContext, walkModule } from './index.js';
import type { AnalysisOptions } from './options.js';
import type { Access, Resource, SourceRange } from './race.js';
import { toAccess } from './races/access.js';
import type { RaceContext } from './races/context.js';
import { describeTerm } from './races/names.js';
import { mentionsParameter } from './resources/terms.js';

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
  const { program, flow } = walked;
  // What a linked module does by itself is told there.
  const own = flow.summaries.finished().filter(({ form }) => !program.isLinked(form.at));
  for (const access of own.flatMap(({ accesses }) => accesses)) {
    if (speaksOfCallers(access)) continue;
    const shared = toSharedAccess(access, context);
    const id = identityOf(access);
    let known = resources.get(id);
    if (!known) resources.set(id, (known = new Map<string, SharedAccess>()));
    keepWeaker(known, shared);
  }
  return [...resources.values()]
    .map((accesses) => [...accesses.values()].sort((a, b) => a.range.start - b.range.start))
    .filter((accesses) => accesses.some(({ operation }) => operation !== 'read' && operation !== 'check'))
    .flatMap((accesses) => (accesses[0] ? [{ ...accesses[0].resource, accesses }] : []))
    .sort((a, b) => firstOf(a) - firstOf(b));
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
