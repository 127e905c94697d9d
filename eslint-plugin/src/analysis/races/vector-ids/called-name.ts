/** What a call calls, by its name. */
import type { CallInstruction } from '../../lower/program.js';
import type { Origins } from '../../resources/origins.js';

/** The name of a function that is called by itself. */
export function calledName(origins: Origins, { callee }: CallInstruction): string | undefined {
  const called = callee.kind === 'value' ? origins.definitionOf(callee.value) : undefined;
  if (called?.op === 'get' && 'name' in called.property) return called.property.name;
  if (called?.op !== 'load') return undefined;
  const { imported, name } = called.variable;
  return imported && imported.name !== 'default' && imported.name !== '*' ? imported.name : name;
}
