/** What a test tells about values where it holds, or fails: that they are null, undefined or falsy. */
import type { Temp } from '../lower/program.js';
import type { Term } from '../resources/terms.js';
import type { Walk } from './walk.js';

/** The terms that carry nothing where the test has come out as `holds`. */
export function factsOf(walk: Walk, test: Temp, on: 'truthy' | 'nullish', holds: boolean): Term[] {
  if (on === 'nullish') return holds ? [walk.read(test).term] : [];
  const definition = walk.context.definitions.program.definitions[test];
  if (definition?.op === 'compute') {
    const [left, right] = definition.operands;
    if (definition.operator === '!' && left !== undefined) return factsOf(walk, left, 'truthy', !holds);
    if (/^[=!]==?$/u.test(definition.operator) && left !== undefined && right !== undefined) {
      const equal = definition.operator.startsWith('=') === holds;
      if (!equal) return [];
      if (isNothing(walk.read(right).term)) return [walk.read(left).term];
      if (isNothing(walk.read(left).term)) return [walk.read(right).term];
    }
    return [];
  }
  // `a && b` holds where both hold; `a || b` fails where both fail. The arm that gives `a` tells which it is.
  if (definition?.op === 'branch') {
    const kept = definition.arms.findIndex((arm) => arm.value === definition.test);
    if (definition.on !== 'truthy' || kept < 0 || (kept === 0) === holds) return [];
    return definition.arms.flatMap((arm) =>
      arm.value === undefined ? [] : factsOf(walk, arm.value, 'truthy', holds),
    );
  }
  if (definition?.op === 'call') return [];
  return holds ? [] : [walk.read(test).term];
}

function isNothing(term: Term): boolean {
  return (
    term.kind === 'constant' &&
    (term.value === null || term.value === undefined || term.value === false || term.value === '')
  );
}
