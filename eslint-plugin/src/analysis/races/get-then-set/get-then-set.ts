/** A stored value that comes from an earlier read of the same key. */
import { familyOf, WHOLE_STORE, type Family } from '../../../stores/model.js';
import { isOwnStore } from '../../../stores/own.js';
import { protection } from '../../flow/guards.js';
import type { FlowAccess, Source } from '../../flow/value.js';
import type { GetThenSetRace } from '../../race.js';
import type { Term } from '../../resources/terms.js';
import { scopeOf } from '../../resources/receiver.js';
import type { Summary } from '../../summaries/summary.js';
import { isPrivateKey } from '../../resources/keys.js';
import { isByOwnId } from '../own-ids.js';
import { placeOf, toAccess } from '../access.js';
import { certaintyOf } from './certainty.js';
import type { RaceContext } from '../context.js';
import { suspensionBetween, witnessOf } from '../witness.js';
import { isReadItself, updateOf } from '../update.js';

/** Families in which a value stands under a key; a record of vectors is one. */
const HOLDS_VALUES: ReadonlySet<Family> = new Set(['key-value', 'vectors']);

/** The newest read that the written value comes from and that nothing protects until the write. */
export function findGetThenSet(
  write: FlowAccess,
  summary: Summary,
  context: RaceContext,
): GetThenSetRace | undefined {
  const { operation, receiver } = write;
  if (!HOLDS_VALUES.has(familyOf(receiver.model)) || (operation !== 'write' && operation !== 'conditional'))
    return undefined;
  const sources = [...(write.written?.sources ?? [])].reverse();
  for (const source of sources) {
    if (source.kind !== 'read' || source.access.operation !== 'read') continue;
    if (!isSameResource(source, write, context)) continue;
    const race = judge(source.access, write, summary, context);
    if (race) return race;
  }
  return undefined;
}

function judge(
  read: FlowAccess,
  write: FlowAccess,
  summary: Summary,
  context: RaceContext,
): GetThenSetRace | undefined {
  // Within one step of one process nobody else can write.
  const scope = scopeOf(write.receiver);
  const suspension = suspensionBetween(read, write);
  if (scope === 'process' && !suspension) return undefined;
  // A pair that one helper makes by itself is that helper's race.
  if (write.via && read.via?.application === write.via.application) return undefined;
  if (write.condition === 'absent' || isPrivateKey(write.key, context.program)) return undefined;
  if (write.condition === 'matches' && write.outcome.checked) return undefined;
  // Who keeps the executions of a program apart has done what a store of one program asks for.
  const guarded = protection(scope, write.key, read.guards, write.guards);
  if (
    guarded === 'full' ||
    (guarded === 'partial' && (context.singleProcess || write.sync)) ||
    context.isGuardedByCallers(summary.form)
  )
    return undefined;
  if (isKeptObject(read, write)) return undefined;
  const update = updateOf(read, write, context);
  if (update.kind === 'refill') return undefined;
  const resource = toAccess(write, context).resource;
  if (context.isExempt(write, resource)) return undefined;
  const certainty = certaintyOf({
    read,
    write,
    guarded,
    update,
    suspended: suspension !== undefined,
    alike: read.key !== write.key,
    concurrency: context.concurrencyOf(
      write.via ? summary.form : write.form,
      isOfProcess(write) ? 'process' : 'stores',
    ),
  });
  return {
    kind: 'get-then-set',
    singleProcess: context.singleProcess || isOfProcess(write),
    certainty,
    place: placeOf(write),
    dependence: 'data',
    read: toAccess(read, context),
    write: toAccess(write, context),
    ...(suspension && { suspension }),
    update,
    witness: witnessOf(read, write, suspension, update, context),
  };
}

/** The one object that the store has given to everybody: what others changed in it is in it still. */
function isKeptObject(read: FlowAccess, write: FlowAccess): boolean {
  const { written, changedInPlace, receiver } = write;
  return (
    receiver.model.live === true &&
    changedInPlace &&
    written !== undefined &&
    isReadItself(written.term, read)
  );
}

/** True where the file shows that the store lives in the memory, or belongs to the files, of one process. */
function isOfProcess({ receiver }: FlowAccess): boolean {
  const { model, scope } = receiver;
  if (isOwnStore(model)) return false;
  return (model.backed ? scope : scopeOf(receiver)) === 'process';
}

/** Same store, same key, and fields that overlap. */
function isSameResource(
  source: Extract<Source, { kind: 'read' }>,
  write: FlowAccess,
  context: RaceContext,
): boolean {
  const read = source.access;
  if (read.receiver.root !== write.receiver.root) return false;
  if (write.keyInValue) return isSameRecord(source, write);
  if (read.many && isFromList(write.key, read.key, context)) return true;
  if (!isSameKey(read.key, write.key, read, context))
    return isWhole(read) && source.part === constantText(write.key);
  if (!write.field) return true;
  if (read.field)
    return isSameKey(read.field, write.field, read, context) || isPathAbove(read.field, write.field);
  // One property of a whole hash was used: it must be the field that is written.
  if (source.part === undefined || write.field.kind !== 'constant') return true;
  return source.part === String(write.field.value);
}

/** Equal, or with the id of what was read in the place of the one by which it was read. */
function isSameKey(key: Term, other: Term, read: FlowAccess, { program }: RaceContext): boolean {
  return key === other || isByOwnId(key, other, read, program);
}

/** Everything was read at once, and one of its values is used. */
function isWhole({ key }: FlowAccess): boolean {
  return key.kind === 'constant' && key.value === WHOLE_STORE;
}

function constantText(term: Term): string | undefined {
  return term.kind === 'constant' ? String(term.value) : undefined;
}

/** A record that goes back where it came from: nothing was put in the place of its key. */
function isSameRecord({ access: read, part }: Extract<Source, { kind: 'read' }>, write: FlowAccess): boolean {
  if (read.key.kind !== 'compute' || write.key.kind !== 'compute') return false;
  const [table, ...ids] = read.key.operands;
  if (ids.length === 0 || table !== write.key.operands[0]) return false;
  const { written } = write;
  const named = [...(written?.parts ?? [])];
  if (named.some(([, value]) => ids.includes(value.term))) return true;
  return part === undefined && !named.some(([name]) => KEY_NAME.test(name));
}

/** Names that properties with a record's key have. */
const KEY_NAME = /^(?:_?id|key|uuid|name|slug|code)$|(?:Id|Key)$/u;

/** `$.cart` and `$.cart.items`: what is written is a part of what was read. */
function isPathAbove(above: Term, below: Term): boolean {
  const path = above.kind === 'constant' ? String(above.value) : '';
  const head = below.kind === 'concat' ? below.parts[0] : below;
  if (!path.startsWith('$') || head?.kind !== 'constant') return false;
  const rest = String(head.value).startsWith(path) ? String(head.value).slice(path.length) : '';
  return rest.startsWith('.') || rest.startsWith('[');
}

/** Keys were read as one list, and are written one by one: `keys[i]`, an element of `keys`, `keys.map(…)`. */
function isFromList(key: Term, list: Term, context: RaceContext): boolean {
  if (context.elements.get(key) === list) return true;
  if (key.kind === 'index' || key.kind === 'member') return key.object === list;
  return key.kind === 'call' && key.callee.kind === 'member' && key.callee.object === list;
}
