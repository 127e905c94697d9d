/** Payments, and requests that add something on another server. */
import type { CallInstruction, Temp } from '../../../lower/program.js';
import {
  INSERT_URL,
  PAYMENT_FUNCTIONS,
  PAYMENT_METHODS,
  PAYMENT_OBJECTS,
  PAYMENT_RECEIVER,
  PAYMENT_URL,
  PUBLISH_URL,
} from '../../../../stores/unkeyed-operations.js';
import type { ProgramIndex } from '../../../resources/code/program-index.js';
import { requestIn, verbOf } from '../requests.js';
import { deepEntries, entryOf, isWrittenOut, receiverPath } from '../../../resources/code/shapes.js';
import { EITHER, idsIn, operationIds, type AddingOperation } from './adding-operation.js';
/** `stripe.paymentIntents.create(params)`, `gateway.transaction.sale(params)`, `chargeCard(card, amount)`. */
export function payment(call: CallInstruction, index: ProgramIndex): AddingOperation | undefined {
  const name = index.calledName(call) ?? '';
  const path = receiverPath(call, index);
  const byObject =
    call.callee.kind === 'member' &&
    PAYMENT_METHODS.test(name) &&
    (PAYMENT_OBJECTS.test(path.at(-1) ?? '')
      ? path.length > 1 && path.some((each) => PAYMENT_RECEIVER.test(each))
      : path.some((each) => PAYMENT_RECEIVER.test(each)) &&
        name !== 'create' &&
        name !== 'confirm' &&
        name !== 'capture');
  if (!byObject && !(PAYMENT_FUNCTIONS.test(name) && !index.calleeForm(call))) return undefined;
  if (call.arguments.length === 0) return undefined;
  const ids = [
    ...idsIn(call, index),
    ...call.arguments.flatMap(({ value }) => operationIds(deepEntries(value, index))),
  ];
  const isShown =
    call.arguments.some(({ value }) => isWrittenOut(value, index)) ||
    call.arguments.length > 1 ||
    PAYMENT_OBJECTS.test(path.at(-1) ?? '');
  return {
    call,
    place: call.at,
    effect: 'payment',
    ids,
    signals: EITHER,
    contents: isShown ? 'shown' : 'hidden',
  };
}

/** `fetch('/payments', { method: 'POST', … })`, `axios.post('/orders', body)`. */
export function post(call: CallInstruction, index: ProgramIndex): AddingOperation | undefined {
  const name = index.calledName(call) ?? '';
  const [first] = call.arguments;
  const verb = verbOf(call, index);
  const isPost = verb === 'POST' || (verb === undefined && name === 'post' && call.callee.kind === 'member');
  if (!first || !isPost) return undefined;
  const effect = effectOf(urlOf(entryOf(first.value, 'url', index) ?? first.value, index, 0));
  if (!effect) return undefined;
  const headers = call.arguments
    .map(({ value }) => entryOf(value, 'headers', index))
    .find((value) => value !== undefined);
  const options = call.arguments
    .slice(name === 'fetch' || name === 'request' ? 1 : 2)
    .some(({ value }) => !isWrittenOut(value, index));
  const hidden = options || (headers !== undefined && !isWrittenOut(headers, index));
  return {
    call,
    place: call.at,
    effect,
    ids: sentIds(call, index),
    signals: EITHER,
    contents: hidden ? 'hidden' : 'shown',
  };
}

/** `this.request('POST', '/invoices', { body })`, of a function of the file that sends what it is given. */
export function sent(call: CallInstruction, index: ProgramIndex): AddingOperation | undefined {
  const form = index.calleeForm(call);
  const request = form && requestIn(form, index);
  if (!request || (verbOf(call, index) ?? request.verb) !== 'POST') return undefined;
  const texts = call.arguments.map(({ value }) => urlOf(value, index, 0)).filter((text) => text.length > 1);
  const effect = effectOf(texts.filter((text) => !/^\/(?:get|post|put|patch)$/iu.test(text)).join(' '));
  if (!effect) return undefined;
  const isHidden = call.arguments.some(
    ({ value }) => /^(?:opt|option|config|init|header)s?$/iu.test(index.nameOf(value) ?? '') && !isWrittenOut(value, index),
  );
  return {
    call,
    place: call.at,
    effect,
    ids: [...sentIds(call, index), ...sentIds(request.call, index)],
    signals: EITHER,
    contents: isHidden ? 'hidden' : 'shown',
    runs: { form, call: request.call },
  };
}

function effectOf(url: string): AddingOperation['effect'] | undefined {
  if (PAYMENT_URL.test(url)) return 'payment';
  if (INSERT_URL.test(url)) return 'insert';
  return PUBLISH_URL.test(url) ? 'publish' : undefined;
}

function sentIds(call: CallInstruction, index: ProgramIndex): Temp[] {
  const named = call.arguments.flatMap(({ value }) => operationIds(deepEntries(value, index)));
  return [...named, ...idsIn(call, index)];
}

/** The text of an address, as far as it is constant; names of constants stand for what they hold elsewhere. */
function urlOf(temp: Temp, index: ProgramIndex, depth: number): string {
  const definition = index.program.definitions[temp];
  if (!definition || depth > 5) return '';
  switch (definition.op) {
    case 'literal':
      return typeof definition.value === 'string'
        ? definition.value.startsWith('/')
          ? definition.value
          : `/${definition.value}`.replace(/^\/(?=https?:)/u, '')
        : '';
    case 'compute':
      return definition.operands.map((operand) => urlOf(operand, index, depth + 1)).join('');
    case 'call':
      return definition.arguments.map(({ value }) => urlOf(value, index, depth + 1)).join('');
    case 'load': {
      const known = definition.variable.writes.map((write) => urlOf(write, index, depth + 1)).join('');
      return known === ''
        ? `/${definition.variable.name.replace(/_?(?:url|uri|endpoint|api|path)$/iu, '').toLowerCase()}`
        : known;
    }
    default:
      return '';
  }
}

