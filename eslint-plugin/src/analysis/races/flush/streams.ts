/** Streams give their sink one chunk at a time: nothing is added by the next one while the last is being saved. */
import type { CallInstruction, ClassForm, FunctionForm } from '../../lower/program.js';
import { importOf } from '../../resources/exports.js';
import type { RaceContext } from '../context.js';
import type { Addition, Flush } from './additions.js';

/** Methods of which a stream calls the next one once the last has said that it is done. Source: Node's documentation. */
const STEPS = /^_?(?:write|writev|transform|flush|final|destroy|start|close)$/u;
const STREAMS =
  /^(?:\w*Stream\.)?(?:default\.|\*\.)?(?:Writable|Transform|Duplex|PassThrough|WritableStream|TransformStream)$/u;

/** True where both the addition and the flush are steps of one stream, and the flush is waited for. */
export function isInStream({ form }: Addition, flush: Flush, context: RaceContext): boolean {
  if (!isStep(form, context)) return false;
  if (isStep(flush.form, context)) return true;
  const callers = context.index.callersOf(flush.form);
  return (
    callers.length > 0 &&
    callers.every((site) => isStep(site.form, context) && isWaitedFor(site.call, site.form, context))
  );
}

function isStep(form: FunctionForm, context: RaceContext): boolean {
  for (let each: FunctionForm | undefined = form; each; each = each.parent) {
    if (each.member && STEPS.test(each.name ?? '') && isStream(each.member, context)) return true;
    if (isOptionOfStream(each, context)) return true;
  }
  return false;
}

function isStream({ superClass }: ClassForm, { flow }: RaceContext): boolean {
  const base = superClass === undefined ? undefined : flow.definitions.termOf(superClass);
  if (!base) return false;
  return STREAMS.test(base.kind === 'global' ? base.name : (importOf(base)?.name ?? ''));
}

/** `new Writable({ write(chunk, encoding, done) { … } })` */
function isOptionOfStream(form: FunctionForm, { index }: RaceContext): boolean {
  return index
    .usesOf(form)
    .some(
      ({ property, site }) =>
        property !== undefined &&
        STEPS.test(property) &&
        site.call.construct &&
        STREAMS.test(index.calledName(site.call) ?? ''),
    );
}

/** `await this.send()`, `this.send().then(() => done(), done)`, `this.send(done)`. */
function isWaitedFor(
  { to, arguments: args }: CallInstruction,
  form: FunctionForm,
  context: RaceContext,
): boolean {
  return (
    args.length > 0 ||
    context.program.awaited.has(to) ||
    form.calls.some(
      ({ callee }) =>
        callee.kind === 'member' &&
        callee.object === to &&
        'name' in callee.property &&
        /^(?:then|finally)$/u.test(callee.property.name),
    ) ||
    context.flow.definitions.returnsOf(form).includes(to)
  );
}
