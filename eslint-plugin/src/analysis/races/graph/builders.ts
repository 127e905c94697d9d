/** Finds the graphs of a file, and every call that adds something to one of them. */
import { GRAPH_NAMES, isGraphPackage } from '../../../stores/langgraph.js';
import type { CallInstruction, FunctionForm, Instruction, Program, Temp } from '../../lower/program.js';
import { importOf } from '../../resources/exports.js';
import { blocksOf } from '../../resources/code/blocks.js';
import type { Origins } from '../../resources/origins.js';
import type { Term } from '../../resources/terms.js';

/** A call that adds to a graph. */
export interface BuilderCall {
  readonly method: string;
  readonly call: CallInstruction;
  /** It runs only under a condition. */
  readonly conditional: boolean;
  /** It runs once for each element of something. */
  readonly repeated: boolean;
}

export interface Builder {
  readonly made: CallInstruction;
  readonly calls: readonly BuilderCall[];
}

const ADDS = new Set([
  'addNode',
  'addEdge',
  'addConditionalEdges',
  'addSequence',
  'setEntryPoint',
  'setFinishPoint',
]);
/** Methods that call their argument for each element. */
const EACH = new Set(['forEach', 'map', 'flatMap', 'reduce']);

export class Builders {
  private readonly nesting: Nesting;

  constructor(
    private readonly program: Program,
    private readonly origins: Origins,
  ) {
    this.nesting = new Nesting(program);
  }

  find(): readonly Builder[] {
    const found = new Map<CallInstruction, BuilderCall[]>();
    for (const form of this.program.functions) {
      for (const call of form.calls) {
        if (isGraphName(this.calleeOf(call), GRAPH_NAMES.builder) && call.construct) entryOf(found, call);
        const method = this.origins.methodName(call);
        if (method === undefined || !ADDS.has(method) || call.callee.kind !== 'member') continue;
        for (const made of this.madeBy(call.callee.object)) {
          entryOf(found, made).push({ method, call, ...this.nesting.of(call, form, made) });
        }
      }
    }
    return [...found].map(([made, calls]) => ({ made, calls }));
  }

  /** The graphs that an expression may be: a variable, a chain of calls, a compiled graph. */
  madeBy(temp: Temp, seen = new Set<Temp>()): readonly CallInstruction[] {
    return this.origins.of(temp).flatMap((made): readonly CallInstruction[] => {
      // `graph = graph.addNode(…)` in a loop is made of itself, too.
      if (made.op !== 'call' || seen.has(made.to)) return [];
      seen.add(made.to);
      if (made.construct) return isGraphName(this.calleeOf(made), GRAPH_NAMES.builder) ? [made] : [];
      const method = this.origins.methodName(made);
      const isLink =
        method !== undefined && (ADDS.has(method) || method === 'compile' || method === 'withConfig');
      return isLink && made.callee.kind === 'member' ? this.madeBy(made.callee.object, seen) : [];
    });
  }

  private calleeOf({ callee }: CallInstruction): Term | undefined {
    return callee.kind === 'value' ? this.origins.termOf(callee.value) : this.memberTerm(callee);
  }

  private memberTerm(callee: CallInstruction['callee']): Term | undefined {
    if (callee.kind !== 'member' || !('name' in callee.property)) return undefined;
    return this.origins.definitions.memberOf(this.origins.termOf(callee.object), callee.property.name);
  }
}

/** True where a term is the library's export of this name. */
export function isGraphName(term: Term | undefined, name: string): boolean {
  const origin = term && importOf(term);
  return origin !== undefined && origin.name === name && isGraphPackage(origin.source);
}

function entryOf(found: Map<CallInstruction, BuilderCall[]>, made: CallInstruction): BuilderCall[] {
  let calls = found.get(made);
  if (!calls) found.set(made, (calls = []));
  return calls;
}

/** Under which conditions, and how often, calls run. */
class Nesting {
  private readonly known = new Map<
    FunctionForm,
    Map<Instruction, { conditional: boolean; repeated: boolean }>
  >();

  constructor(private readonly program: Program) {}

  of(
    call: CallInstruction,
    form: FunctionForm,
    made: CallInstruction,
  ): { conditional: boolean; repeated: boolean } {
    const place = this.ofForm(form).get(call) ?? { conditional: false, repeated: false };
    // A graph that is made where it is added to is not shared between the rounds of a loop.
    const home = this.ofForm(form).get(made);
    return {
      conditional: place.conditional && home?.conditional !== true,
      repeated:
        (place.repeated && home?.repeated !== true) || (home === undefined && this.isCalledForEach(form)),
    };
  }

  private isCalledForEach(form: FunctionForm): boolean {
    return (form.parent?.calls ?? []).some(
      ({ callee, arguments: args }) =>
        callee.kind === 'member' &&
        'name' in callee.property &&
        EACH.has(callee.property.name) &&
        args.some(({ value }) => {
          const made = this.program.definitions[value];
          return made?.op === 'closure' && made.form === form;
        }),
    );
  }

  private ofForm(form: FunctionForm): Map<Instruction, { conditional: boolean; repeated: boolean }> {
    let places = this.known.get(form);
    if (!places) {
      places = new Map();
      note(form.body, false, false, places);
      this.known.set(form, places);
    }
    return places;
  }
}

function note(
  block: readonly Instruction[],
  conditional: boolean,
  repeated: boolean,
  places: Map<Instruction, { conditional: boolean; repeated: boolean }>,
): void {
  for (const instruction of block) {
    if (instruction.op === 'call') places.set(instruction, { conditional, repeated });
    for (const inner of blocksOf(instruction)) {
      note(inner, conditional || instruction.op === 'branch', repeated || instruction.op === 'loop', places);
    }
  }
}
