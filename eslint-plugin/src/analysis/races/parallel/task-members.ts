/** What belongs to one task of several that run together: its calls, its callbacks, the helpers it runs. */
import type { FlowAccess } from '../../flow/value.js';
import type { Block, CallInstruction, FunctionForm, Temp } from '../../lower/program.js';
import type { SourceRange } from '../../race.js';
import type { RaceContext } from '../context.js';
import type { Placed } from '../../resources/code/instructions.js';
import { calledForm, calledName } from '../places.js';

/** One thing that runs together with others. */
export interface Task {
  /** The calls that start it, or that it is made of. */
  readonly calls: ReadonlySet<CallInstruction>;
  /** The callbacks that are its body. */
  readonly bodies: ReadonlySet<FunctionForm>;
  /** Functions of the file that it calls. */
  readonly helpers: ReadonlySet<FunctionForm>;
}

/** What runs because of these values: the calls that give promises, and the callbacks given to them. */
export function taskOf(temps: readonly Temp[], context: RaceContext, followsNames = true): Task {
  const calls = new Set<CallInstruction>();
  const bodies = new Set<FunctionForm>();
  const helpers = new Set<FunctionForm>();
  const seen = new Set<Temp>();
  const collect = (temp: Temp): void => {
    if (seen.has(temp)) return;
    seen.add(temp);
    const definition = context.program.definitions[temp];
    switch (definition?.op) {
      case 'call': {
        calls.add(definition);
        if (definition.callee.kind === 'member') collect(definition.callee.object);
        if (definition.callee.kind === 'value') {
          const called = context.program.definitions[definition.callee.value];
          if (called?.op === 'closure') bodies.add(called.form);
          if (called?.op === 'call') collect(definition.callee.value);
        }
        const helper = calledForm(definition, context);
        if (helper) helpers.add(helper);
        for (const { value } of definition.arguments) {
          const argument = context.program.definitions[value];
          const given = callbackForm(value, context);
          if (given) bodies.add(given);
          else if (argument?.op === 'call' || argument?.op === 'array') collect(value);
        }
        return;
      }
      case 'closure':
        bodies.add(definition.form);
        return;
      case 'array':
        for (const { value } of definition.elements) collect(value);
        return;
      case 'load':
        // What a variable holds was started before; a list of promises runs it together with the others.
        if (followsNames && definition.variable.kind === 'local' && definition.variable.writes.length === 1)
          for (const write of definition.variable.writes) {
            const made = context.program.definitions[write];
            if (
              made?.op === 'call' &&
              !made.construct &&
              definition.variable.owner !== context.program.module
            )
              collect(write);
          }
        return;
      case 'branch':
        for (const { value } of definition.arms) if (value !== undefined) collect(value);
        return;
      case 'compute':
        if (definition.operator === 'as') for (const operand of definition.operands) collect(operand);
        return;
      default:
    }
  };
  for (const temp of temps) collect(temp);
  return { calls, bodies, helpers };
}

/** The function that a value is: written out there, named, or a method bound to its object. */
export function callbackForm(temp: Temp, context: RaceContext): FunctionForm | undefined {
  const definition = context.program.definitions[temp];
  switch (definition?.op) {
    case 'closure':
      return definition.form;
    case 'load': {
      const term = context.flow.definitions.termOf(temp);
      return term.kind === 'closure' ? term.form : undefined;
    }
    case 'get':
      return 'name' in definition.property
        ? methodNamed(definition.object, definition.property.name, context)
        : undefined;
    case 'call':
      return definition.callee.kind === 'member' && calledName(definition, context) === 'bind'
        ? callbackForm(definition.callee.object, context)
        : undefined;
    default:
      return undefined;
  }
}

function methodNamed(object: Temp, name: string, { flow }: RaceContext): FunctionForm | undefined {
  const owner = flow.definitions.termOf(object);
  const method = flow.receivers.objects.methodOf(owner, name);
  if (method) return method;
  const member = flow.definitions.memberOf(owner, name);
  return member.kind === 'closure' ? member.form : undefined;
}

/** True for an access that the task makes. */
export function isIn(access: FlowAccess, task: Task, others: readonly Task[] = []): boolean {
  const call = access.via?.call ?? access.instruction;
  if (call.op === 'call' && task.calls.has(call)) return true;
  for (const body of task.bodies) if (holds(body.at, call.at)) return true;
  if (access.via || !task.helpers.has(access.form)) return false;
  // A function that several tasks call does not tell whose access it is.
  return !others.some((other) => other !== task && other.helpers.has(access.form));
}

/** True where the task makes the access in the step in which it starts: nothing that it waits for comes first. */
export function isSentAtOnce(access: FlowAccess, task: Task): boolean {
  const at = access.suspensions?.at;
  if (!at) return true;
  if (access.via && at === access.via.call) return false;
  return ![...task.bodies].some((body) => holds(body.at, at.at));
}

export function holds(outer: SourceRange, inner: SourceRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True where whenever the first runs, and its function goes on, the second can run too. */
export function leadsTo(first: Placed, second: Placed): boolean {
  return (
    first.form === second.form && first.blocks.every((block: Block, index) => second.blocks[index] === block)
  );
}
