/** What leaves a module: `export`, `module.exports = …`, `exports.name = …`. */
import type { ModuleLowering } from './lower-module.js';
import type { Property, Temp } from './program.js';

type Definitions = Pick<ModuleLowering, 'definitions'>;

/** True for a store to CommonJS exports. */
export function isExports({ definitions }: Definitions, object: Temp, property: Property): boolean {
  const target = definitions[object];
  if (target?.op === 'load' && target.variable.kind === 'global') {
    if (target.variable.name === 'exports') return true;
    return target.variable.name === 'module' && 'name' in property && property.name === 'exports';
  }
  return target?.op === 'get' && isExports({ definitions }, target.object, target.property);
}

/** The name under which a store to CommonJS exports is known outside; `*` for the whole. */
export function exportedAs(
  { definitions }: Definitions,
  object: Temp,
  property: Property,
): string | undefined {
  if (!('name' in property)) return undefined;
  const target = definitions[object];
  if (target?.op === 'load') return target.variable.name === 'module' ? '*' : property.name;
  // `module.exports.name`, and nothing deeper.
  return target?.op === 'get' && definitions[target.object]?.op === 'load' ? property.name : undefined;
}

/** Marks the functions and classes that a value is, holds, or is a variable of. */
export function markExported({ definitions }: Definitions, value: Temp): void {
  const made = definitions[value];
  switch (made?.op) {
    case 'closure':
    case 'class':
      made.form.exported = true;
      return;
    case 'load':
      if (made.variable.exported) return;
      made.variable.exported = true;
      for (const write of made.variable.writes) markExported({ definitions }, write);
      return;
    case 'object':
      for (const entry of made.entries) markExported({ definitions }, entry.value);
      return;
    case 'call':
      // `export const handler = wrap(async () => …)`
      for (const argument of made.arguments) markExported({ definitions }, argument.value);
      return;
    default:
  }
}
