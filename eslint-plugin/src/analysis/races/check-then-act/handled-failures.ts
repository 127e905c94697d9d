/** Whether the program is prepared for an act that fails because another one was faster. */
import type { FlowAccess } from '../../flow/value.js';
import type { Block, CallInstruction, Instruction, Program, TryInstruction } from '../../lower/program.js';
import { blocksOf } from '../../resources/code/blocks.js';

const CODES = /EEXIST|ENOENT|\.code\b/u;

/** True where the failure is looked at, or goes unnoticed: in a `catch`, a `.catch(…)` or a callback. */
export function isFailureHandled(act: FlowAccess, program: Program): boolean {
  const calls = act.via ? [act.instruction, act.via.call] : [act.instruction];
  return calls.some((call) => isHandled(call, program));
}

function isHandled(call: Instruction, program: Program): boolean {
  if (call.op === 'call' && (isHandledByCallback(call, program) || isCaught(call, program))) return true;
  return program.functions.some((form) => triesAround(form.body, call).some((each) => goesOn(each, program)));
}

/** `(error) => { if (error && error.code !== 'EEXIST') … }`, or a callback that takes no error. */
function isHandledByCallback(call: CallInstruction, program: Program): boolean {
  const last = call.arguments.at(-1);
  const callback = last && program.definitions[last.value];
  if (callback?.op !== 'closure') return false;
  return callback.form.parameters.length === 0 || CODES.test(program.textOf(callback.form.at));
}

/** `unlink(path).catch(() => {})`, `mkdir(path).then(go, ignore)`. */
function isCaught({ to }: CallInstruction, program: Program): boolean {
  return program.functions.some((form) =>
    form.calls.some(({ callee, arguments: args }) => {
      if (callee.kind !== 'member' || !('name' in callee.property) || callee.object !== to) return false;
      const { name } = callee.property;
      return name === 'catch' ? !rethrows(args[0]?.value, program) : name === 'then' && args.length > 1;
    }),
  );
}

function rethrows(handler: number | undefined, program: Program): boolean {
  const definition = handler === undefined ? undefined : program.definitions[handler];
  return (
    definition?.op === 'closure' &&
    hasThrow(definition.form.body) &&
    !CODES.test(program.textOf(definition.form.at))
  );
}

/** The `try`s, with a `catch`, in whose body an instruction stands. */
function triesAround(block: Block, instruction: Instruction): readonly TryInstruction[] {
  for (const each of block) {
    if (each === instruction) return [];
    if (each.at.start > instruction.at.start || each.at.end < instruction.at.end) continue;
    const own = each.op === 'try' && each.handler && holds(each.body, instruction) ? [each] : [];
    const inner = blocksOf(each).flatMap((body) => triesAround(body, instruction));
    if (own.length > 0 || inner.length > 0) return [...inner, ...own];
  }
  return [];
}

function holds(block: Block, instruction: Instruction): boolean {
  return block.some(
    (each) => each === instruction || blocksOf(each).some((body) => holds(body, instruction)),
  );
}

/** A `catch` that asks for the code, or goes on as if nothing had happened. */
function goesOn({ handler = [], body, at }: TryInstruction, program: Program): boolean {
  const end = body.at(-1)?.at.end ?? at.start;
  if (CODES.test(program.textOf({ start: end, end: at.end }))) return true;
  return !handler.some((each) => leaves(each, program));
}

function leaves(instruction: Instruction, program: Program): boolean {
  if (instruction.op === 'exit')
    return (
      instruction.how === 'throw' ||
      (instruction.how === 'return' && !isPlainAnswer(instruction.from, program))
    );
  if (
    instruction.op === 'call' &&
    instruction.callee.kind === 'member' &&
    'name' in instruction.callee.property
  )
    return isGivenUp(instruction.callee.property.name, instruction, program);
  if (instruction.op === 'call' && PASSED_ON.test(nameOf(instruction, program))) return true;
  return blocksOf(instruction).some((block) => block.some((each) => leaves(each, program)));
}

/** `return false`: it is known that it may go wrong, and that is what is told then. */
function isPlainAnswer(value: number | undefined, program: Program): boolean {
  const definition = value === undefined ? undefined : program.definitions[value];
  return (
    value === undefined ||
    (definition?.op === 'literal' && !definition.opaque && !definition.value) ||
    (definition?.op === 'load' && definition.variable.name === 'undefined')
  );
}

/** Functions that are given an error to deal with: `next(error)`. */
const PASSED_ON = /^(?:next|reject|done|callback|cb|fail|onError)$/u;

/** The program ends, the promise fails, or whoever has asked is told that something went wrong: `res.status(500)`. */
function isGivenUp(name: string, { arguments: args }: CallInstruction, program: Program): boolean {
  if (/^(?:exit|abort|reject|fail)$/u.test(name)) return true;
  if (!/^(?:status|sendStatus|code|writeHead)$/u.test(name)) return false;
  const code = args[0] && program.definitions[args[0].value];
  return code?.op === 'literal' && typeof code.value === 'number' && code.value >= 500;
}

function nameOf({ callee }: CallInstruction, program: Program): string {
  const loaded = callee.kind === 'value' ? program.definitions[callee.value] : undefined;
  return loaded?.op === 'load' ? loaded.variable.name : '';
}

function hasThrow(block: Block): boolean {
  return block.some(
    (each) => (each.op === 'exit' && each.how === 'throw') || blocksOf(each).some((inner) => hasThrow(inner)),
  );
}
