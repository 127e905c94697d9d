/** Who calls what: the calls of each function, what is handed to calls, and the steps of chains. */
import type { CallInstruction, FunctionForm, LoopInstruction, Temp } from '../../lower/program.js';
import type { ProgramIndex } from './program-index.js';
import { push } from './push.js';
/** A call and what is around it in its function. */
export interface CallSite {
  readonly call: CallInstruction;
  readonly form: FunctionForm;
  /** Innermost first. */
  readonly loops: readonly LoopInstruction[];
}

/** A function handed to a call. */
export interface ArgumentUse {
  readonly site: CallSite;
  readonly position: number;
  /** The property of the object that stands there. */
  readonly property?: string;
}

export interface ParameterPlace {
  readonly form: FunctionForm;
  readonly index: number;
  readonly property?: string;
}


export class CallGraph {
  readonly callers = new Map<FunctionForm, CallSite[]>();
  readonly uses = new Map<FunctionForm, ArgumentUse[]>();
  /** The values that are arguments of calls. */
  readonly handedOn = new Set<Temp>();
  /** What calls give that another step of their chain takes. */
  readonly inner = new Set<Temp>();
  private readonly parameterCalls = new Map<string, CallSite[]>();
  private readonly forwards = new Map<string, ArgumentUse[]>();

  constructor(private readonly index: ProgramIndex) {
    for (const site of index.sites) this.note(site);
  }

  callsOfParameter(place: ParameterPlace): readonly CallSite[] {
    return this.parameterCalls.get(placeKey(place)) ?? [];
  }

  forwardsOf(place: ParameterPlace): readonly ArgumentUse[] {
    return this.forwards.get(placeKey(place)) ?? [];
  }

  private note(site: CallSite): void {
    const { call } = site;
    this.noteInner(call);
    const callee = this.index.calleeForm(call);
    if (callee) push(this.callers, callee, site);
    const parameter = this.index.parameterOf(calleeValue(call));
    if (parameter) push(this.parameterCalls, placeKey(parameter), site);
    call.arguments.forEach(({ value }, position) => {
      this.handedOn.add(value);
      const form = this.index.functionOf(value);
      if (form) push(this.uses, form, { site, position });
      const passed = form ? undefined : this.index.parameterOf(value);
      if (passed) push(this.forwards, placeKey(passed), { site, position });
      const definition = this.index.program.definitions[value];
      if (definition?.op !== 'object') return;
      for (const entry of definition.entries) {
        if (entry.kind !== 'property' || !('name' in entry.property)) continue;
        const inner = this.index.functionOf(entry.value);
        if (inner) push(this.uses, inner, { site, position, property: entry.property.name });
      }
    });
    // `this.retry.execute(…)` is a call of its object's; a parameter that is called by `.call` is a call of it.
    if (
      call.callee.kind === 'member' &&
      'name' in call.callee.property &&
      call.callee.property.name === 'call'
    ) {
      const called = this.index.parameterOf(call.callee.object);
      if (called) push(this.parameterCalls, placeKey(called), site);
    }
  }

  private noteInner({ callee }: CallInstruction): void {
    if (callee.kind !== 'member' || !('name' in callee.property)) return;
    if (/^(?:then|catch|finally)$/u.test(callee.property.name)) return;
    let definition = this.index.program.definitions[callee.object];
    while (definition?.op === 'get') definition = this.index.program.definitions[definition.object];
    if (definition?.op === 'call') this.inner.add(definition.to);
  }
}

export function calleeValue({ callee }: CallInstruction): Temp | undefined {
  return callee.kind === 'value' ? callee.value : undefined;
}

function placeKey({ form, index, property }: ParameterPlace): string {
  return `${form.id},${index},${property ?? ''}`;
}
