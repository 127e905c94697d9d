/** Flow accesses as plain values, with names as the source has them. */
import type { FlowAccess } from '../flow/value.js';
import type { Access, SourceRange } from '../race.js';
import { scopeOf } from '../resources/receiver.js';
import type { RaceContext } from './context.js';
import { describePlace, describeTerm } from './names.js';

export function toAccess(access: FlowAccess, context: RaceContext): Access {
  const { receiver } = access;
  return {
    operation: access.operation,
    method: access.method,
    resource: {
      store: receiver.model.id,
      scope: scopeOf(receiver),
      receiver: describeTerm(receiver.root, context),
      ...describePlace(access, context),
    },
    range: rangeOf(access, context),
    ...(access.via && { via: access.via.call.at }),
  };
}

/** Where an access is made; for one in a linked module, where the analysed file calls it. */
export function rangeOf(access: FlowAccess, context: RaceContext): SourceRange {
  const { at } = access.instruction;
  return context.program.isLinked(at) ? (access.via?.call.at ?? at) : at;
}

/** Where an access is reported: at the call in the racing function that leads to it. */
export function placeOf(access: FlowAccess): SourceRange {
  return (access.via?.call ?? access.instruction).at;
}
