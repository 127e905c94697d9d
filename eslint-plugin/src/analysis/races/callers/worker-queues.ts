/** Functions that a queue in this process runs one at a time: `fastq.promise(work, 1)`, `async.queue(work)`. */
import type { CallInstruction, FunctionForm, Temp } from '../../lower/program.js';
import type { CallSite } from '../../resources/code/call-graph.js';
import type { ProgramIndex } from '../../resources/code/program-index.js';
import { importOf } from '../../resources/exports.js';
import type { Term } from '../../resources/terms.js';

/** What makes a queue of a worker, and how many run at once where nothing says so. Source: each library's README. */
const QUEUES: readonly { readonly packages: RegExp; readonly names: RegExp; readonly unsaid: number }[] = [
  { packages: /^fastq$/u, names: /^(?:default|\*|promise|default\.promise|\*\.promise)$/u, unsaid: Infinity },
  {
    packages: /^async(?:-es)?(?:\/(?:queue|priorityQueue|cargo))?(?:\.js)?$/u,
    names: /(?:^|\.)(?:default|\*|queue|priorityQueue|cargo)$/u,
    unsaid: 1,
  },
  { packages: /^better-queue$/u, names: /^(?:default|\*)$/u, unsaid: 1 },
  { packages: /^queue-promise$/u, names: /^(?:default|\*)$/u, unsaid: 5 },
];

/** True for a function that is only ever run by queues of one at a time; also where such a one calls it. */
export function isRunOneByOne(form: FunctionForm, index: ProgramIndex, depth = 0): boolean {
  if (form.exported || depth > 3) return false;
  const uses = index.usesOf(form);
  const callers = index.callersOf(form);
  if (uses.length + callers.length === 0) return false;
  return (
    uses.every(({ site }) => isSerialQueue(site, index)) &&
    callers.every((site) => site.form !== form && isRunOneByOne(site.form, index, depth + 1))
  );
}

function isSerialQueue({ call }: CallSite, index: ProgramIndex): boolean {
  const origin = importOf(calleeOf(call, index));
  const queue =
    origin && QUEUES.find(({ packages, names }) => packages.test(origin.source) && names.test(origin.name));
  return queue !== undefined && (saidLimit(call, index) ?? queue.unsaid) === 1;
}

function calleeOf({ callee, to }: CallInstruction, index: ProgramIndex): Term {
  if (callee.kind === 'value') return index.termOf(callee.value);
  if (callee.kind === 'member' && 'name' in callee.property)
    return index.definitions.memberOf(index.termOf(callee.object), callee.property.name);
  return index.termOf(to);
}

/** A number among the arguments, or the option that says so. */
function saidLimit({ arguments: args }: CallInstruction, index: ProgramIndex): number | undefined {
  const { definitions } = index.program;
  const numberOf = (temp: Temp): number => {
    const term = index.termOf(temp);
    return term.kind === 'constant' && typeof term.value === 'number' ? term.value : UNKNOWN;
  };
  for (const { value } of args) {
    const literal = definitions[value];
    if (literal?.op === 'object') {
      const limit = literal.entries.find(
        (entry) =>
          entry.kind === 'property' &&
          'name' in entry.property &&
          /^concurren(?:t|cy)$/u.test(entry.property.name),
      );
      if (limit) return numberOf(limit.value);
    } else if (index.functionOf(value) === undefined) {
      const term = index.termOf(value);
      if (term.kind === 'constant' && typeof term.value === 'number') return term.value;
    }
  }
  return undefined;
}

/** A limit that only the program's run tells. */
const UNKNOWN = Number.NaN;
