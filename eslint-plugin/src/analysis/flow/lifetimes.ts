/** Whether a key that is written only where there is none ends by itself: by its call, its lease, or its store. */
import type { DerivedModel, MethodModel, StoreModel } from '../../stores/model.js';
import type { CallInstruction, Program } from '../lower/program.js';
import type { Receiver } from '../resources/receiver.js';
import type { Call } from './calls.js';
import { expiryOf } from './conditions.js';
import type { FlowAccess, Value } from './value.js';
import type { Walk } from './walk.js';

type Expiry = NonNullable<FlowAccess['expiry']>;

/** Undefined where the model knows nothing of ends. */
export function lifetimeOf(
  walk: Walk,
  call: Call,
  receiver: Receiver,
  method: MethodModel,
  hides: (option: Value) => boolean,
): Expiry | undefined {
  if (!method.expiries) return undefined;
  if (receiver.expires) return 'set';
  const own = expiryOf(call, method, hides);
  if (own !== 'none') return own;
  const makers = makersOf(receiver.model);
  return makers.length === 0 ? own : lifetimeOfStores(walk, receiver.model, makers);
}

type Maker = readonly [name: string, derived: DerivedModel];

/** Methods that open a store all of whose keys may end. */
function makersOf({ derived }: StoreModel): readonly Maker[] {
  return Object.entries(derived ?? {}).filter(
    ([, { lifetime }]) => lifetime !== undefined && lifetime !== 'always',
  );
}

/** What the file says of the stores that it opens: all of one kind, or nothing is known. */
function lifetimeOfStores(walk: Walk, model: StoreModel, makers: readonly Maker[]): Expiry {
  const { program } = walk.context.definitions;
  const told = new Set<Expiry>();
  for (const form of program.functions)
    for (const call of form.calls) {
      const maker = makers.find(([name]) => name === nameOf(call));
      const on = call.callee.kind === 'member' ? call.callee.object : undefined;
      if (!maker || on === undefined) continue;
      const holder = walk.context.receivers.recognise(walk.context.definitions.termOf(on));
      if (holder?.model === model && (!maker[1].of || holder.role === maker[1].of))
        told.add(lifetimeByOptions(walk, call, maker[1], program));
    }
  const [only, ...others] = told;
  return only === undefined || others.length > 0 ? 'unknown' : only;
}

function lifetimeByOptions(
  walk: Walk,
  call: CallInstruction,
  { lifetime }: DerivedModel,
  program: Program,
): Expiry {
  if (lifetime === undefined || lifetime === 'always' || lifetime === 'elsewhere') return 'unknown';
  const options = call.arguments[lifetime.at];
  if (!options) return 'none';
  const { definitions } = walk.context;
  const made = program.definitions[options.value];
  const literal = made?.op === 'object' ? made : definitions.objectOf(definitions.termOf(options.value));
  if (!literal || literal.entries.some((entry) => entry.kind === 'spread')) return 'unknown';
  const isSet = literal.entries.some(
    (entry) =>
      entry.kind === 'property' && 'name' in entry.property && entry.property.name === lifetime.option,
  );
  return isSet ? 'set' : 'none';
}

function nameOf({ callee }: CallInstruction): string | undefined {
  return callee.kind === 'member' && 'name' in callee.property ? callee.property.name : undefined;
}
