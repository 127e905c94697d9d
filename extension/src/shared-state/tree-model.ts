/** Shared state as a tree: a resource, and below it the places that access it. Knows no editor. */
import type { Location } from 'vscode-languageserver-protocol';
import { identityOf, type SharedAccess, type SharedResource } from 'interleave-language-server/protocol';
import { count } from '../status-text.js';

export interface ResourceNode {
  readonly kind: 'resource';
  /** The same as long as it is the same resource: by it, the view knows what was expanded. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly scope: SharedResource['scope'];
  readonly isGuarded: boolean;
  readonly tooltip: string;
  readonly accesses: readonly AccessNode[];
}

export interface AccessNode {
  readonly kind: 'access';
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly changes: boolean;
  readonly guarded: SharedAccess['guarded'];
  readonly location: Location;
  readonly parent: string;
}

export interface TreeOptions {
  /** The name of a file, where the tree shows several. */
  readonly nameOf?: (uri: string) => string;
}

/** @param resources What each file shares, by its address. */
export function buildTree(
  resources: ReadonlyMap<string, readonly SharedResource[]>,
  { nameOf }: TreeOptions = {},
): ResourceNode[] {
  const merged = new Map<string, SharedResource>();
  for (const [uri, ofFile] of resources)
    for (const resource of ofFile) {
      const id = identityOf(resource, uri);
      const known = merged.get(id);
      merged.set(id, known ? { ...known, accesses: [...known.accesses, ...resource.accesses] } : resource);
    }
  return [...merged].map(([id, resource]) => toNode(id, resource, nameOf));
}

function toNode(id: string, resource: SharedResource, nameOf: TreeOptions['nameOf']): ResourceNode {
  const { scope, store, accesses } = resource;
  const label = describeResource(resource);
  const reach = REACH[scope];
  return {
    kind: 'resource',
    id,
    label,
    description: `${describeGuarding(accesses)} · ${store}`,
    scope,
    isGuarded: unguarded(accesses).length === 0,
    tooltip: `${label}: ${resource.receiver === resource.key ? store : `${store} by \`${resource.receiver}\``}, ${describeAccesses(accesses)}, shared by ${reach}`,
    accesses: accesses.map((access, index) => toAccessNode(access, index, id, nameOf)),
  };
}

const REACH: Readonly<Record<SharedResource['scope'], string>> = {
  process: 'all executions of this process',
  host: 'all processes of this machine',
  distributed: 'all processes on all machines',
};

/** The key; an entry or a field of it behind a dot. */
function describeResource({ key, field }: SharedResource): string {
  return field === undefined ? key : `${key} · ${field}`;
}

/** "1 of 3 unguarded" */
function describeGuarding(accesses: readonly SharedAccess[]): string {
  const open = unguarded(accesses).length;
  return open === 0 ? describeSafety(accesses) : `${open} of ${accesses.length} unguarded`;
}

/** "3 accesses, 1 unguarded" */
export function describeAccesses(accesses: readonly SharedAccess[]): string {
  const open = unguarded(accesses).length;
  return `${count(accesses.length, 'access')}, ${open === 0 ? describeSafety(accesses) : `${open} unguarded`}`;
}

function describeSafety(accesses: readonly SharedAccess[]): string {
  const inOneStep = accesses.filter((access) => access.guarded !== 'full');
  if (inOneStep.length === 0) return 'all guarded';
  return inOneStep.length === accesses.length ? 'all in one step' : 'all guarded or in one step';
}

/** What the store does in one step needs no guard. */
function isInOneStep({ operation }: SharedAccess): boolean {
  return operation === 'atomic' || operation === 'conditional';
}

function unguarded(accesses: readonly SharedAccess[]): readonly SharedAccess[] {
  return accesses.filter((access) => access.guarded !== 'full' && !isInOneStep(access));
}

function toAccessNode(
  access: SharedAccess,
  index: number,
  parent: string,
  nameOf: TreeOptions['nameOf'],
): AccessNode {
  const { operation, method, location } = access;
  const line = location.range.start.line + 1;
  const place = nameOf ? `${nameOf(location.uri)}:${line}` : `line ${line}`;
  return {
    kind: 'access',
    id: `${parent} ${index}`,
    label: NAMELESS.has(method) || method === operation ? operation : `${operation} (${method})`,
    description: `${place} · ${describeGuard(access)}`,
    changes: operation !== 'read' && operation !== 'check',
    guarded: isInOneStep(access) ? 'full' : access.guarded,
    location,
    parent,
  };
}

/** Of what is no call of a method. */
const NAMELESS = new Set(['', 'assignment']);

function describeGuard(access: SharedAccess): string {
  const { guarded, guards } = access;
  const by = guards.map(({ kind, on }) => (kind === 'lock' ? on : `${kind} ${on}`)).join(', ');
  if (guarded === 'full') return by === '' ? 'guarded by its callers' : `guarded by ${by}`;
  if (guarded === 'partial') return `guarded in part by ${by === '' ? 'its callers' : by}`;
  return isInOneStep(access) ? 'in one step' : 'unguarded';
}
