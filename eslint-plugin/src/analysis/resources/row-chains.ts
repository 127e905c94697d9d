/** Calls that are built up, `db.delete(table).where(…)`, as the links they are made of. */
import type { CallInstruction, Program, Temp } from '../lower/program.js';

export interface Link {
  readonly name: string;
  /** Undefined for a property. */
  readonly call?: CallInstruction;
}

export interface Chain {
  /** What the chain begins with: a variable, `this`, or the function that is called first. */
  readonly root: Temp | undefined;
  readonly rootName: string | undefined;
  readonly links: readonly Link[];
}

/** Longer chains are cut off at their beginning. */
const MAX_LINKS = 24;

export function chainOf(call: CallInstruction, program: Program): Chain {
  const links: Link[] = [];
  let at: Temp = call.to;
  let root: Temp | undefined;
  let rootName: string | undefined;
  while (links.length < MAX_LINKS) {
    const definition: Program['definitions'][number] = program.definitions[at];
    root = at;
    if (definition?.op === 'call' && !definition.construct) {
      const callee: CallInstruction['callee'] = definition.callee;
      if (callee.kind === 'member' && 'name' in callee.property) {
        links.unshift({ name: callee.property.name, call: definition });
        at = callee.object;
      } else if (callee.kind === 'value') {
        links.unshift({ name: '()', call: definition });
        at = callee.value;
      } else break;
    } else if (definition?.op === 'get' && 'name' in definition.property) {
      links.unshift({ name: definition.property.name });
      at = definition.object;
    } else {
      if (definition?.op === 'load') rootName = definition.variable.name;
      if (definition?.op === 'this') rootName = 'this';
      break;
    }
  }
  return { root, rootName, links };
}

const continued = new WeakMap<Program, ReadonlySet<Temp>>();

/** True where another call goes on building what this one gives. */
export function isContinued(call: CallInstruction, program: Program): boolean {
  let known = continued.get(program);
  if (!known) {
    const temps = new Set<Temp>();
    for (const form of program.functions)
      for (const { callee } of form.calls) {
        if (callee.kind !== 'member') continue;
        const name = 'name' in callee.property ? callee.property.name : '';
        if (!/^(?:then|catch|finally|promise|map|forEach|flatMap|filter)$/u.test(name))
          temps.add(callee.object);
      }
    continued.set(program, (known = temps));
  }
  return known.has(call.to);
}
