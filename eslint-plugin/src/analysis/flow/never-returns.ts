/** Calls behind which nothing runs: they throw, or end the process. */
import { someIn } from '../resources/code/blocks.js';
import { importOf } from '../resources/exports.js';
import type { Block, CallInstruction, FunctionForm, Instruction } from '../lower/program.js';
import type { Term } from '../resources/terms.js';
import { functionOf, type Call } from './calls.js';
import type { State } from './state.js';
import type { Walk } from './walk.js';

/** Functions of frameworks that throw what the framework answers with. Source: the documentation of each. */
const THROWERS: Readonly<Record<string, RegExp>> = {
  'next/navigation': /^(?:notFound|redirect|permanentRedirect|forbidden|unauthorized)$/u,
  '@sveltejs/kit': /^(?:error|redirect)$/u,
};

/** True for a call that does not come back: of a function that only throws, or of one that is known to. */
export function neverReturns(walk: Walk, call: Call): boolean {
  if (call.instruction.construct) return false;
  const form = functionOf(walk, call);
  if (!form) return isThrower(call);
  // A promise that fails is only noticed by who waits for it.
  if (form.async && !walk.context.definitions.program.awaited.has(call.instruction.to)) return false;
  return alwaysThrows(form);
}

/** Goes on where the error is caught. */
export function leaveByThrowing(walk: Walk, state: State): void {
  walk.exits.push({
    how: 'throw',
    value: undefined,
    decisions: state.decisions,
    behind: walk.accesses.length,
    form: walk.form,
  });
  walk.handlers.at(-1)?.thrown.push(state);
}

function isThrower({ callee, object, name }: Call): boolean {
  if (name === undefined) return false;
  if (object) return isThrowingMethod(object.term, name);
  const origin = importOf(callee);
  return origin !== undefined && (THROWERS[origin.source]?.test(origin.name) ?? false);
}

/** `ctx.throw(409)` of Koa, `assert.fail()`; Koa's is the only one of its name. */
function isThrowingMethod(object: Term, name: string): boolean {
  if (name === 'throw') return true;
  return name === 'fail' && /^(?:node:)?assert(?:\/strict)?$/u.test(importOf(object)?.source ?? '');
}

const known = new WeakMap<FunctionForm, boolean>();

/** `function refuse(text) { log(text); throw new Refused(text); }` */
function alwaysThrows(form: FunctionForm): boolean {
  let throws = known.get(form);
  if (throws === undefined) {
    throws = !form.generator && endsInThrow(form.body) && !someIn(form.body, isReturn);
    known.set(form, throws);
  }
  return throws;
}

function endsInThrow(body: Block): boolean {
  const last = body.at(-1);
  if (last?.op === 'exit') return last.how === 'throw';
  return last?.op === 'call' && isMethodNamedThrow(last);
}

function isMethodNamedThrow({ callee }: CallInstruction): boolean {
  return callee.kind === 'member' && 'name' in callee.property && callee.property.name === 'throw';
}

function isReturn(instruction: Instruction): boolean {
  return instruction.op === 'exit' && instruction.how === 'return';
}
