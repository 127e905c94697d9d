/** Counts and lists of Redis that grow by a command. */
import type { CallInstruction } from '../../../lower/program.js';
import { METRIC_RECEIVER, REDIS_EFFECTS } from '../../../../stores/unkeyed-operations.js';
import type { RepeatedEffect } from '../../../race.js';
import type { ProgramIndex } from '../../../resources/code/program-index.js';
import { chainOf, constantText, receiverPath } from '../../../resources/code/shapes.js';
import { idsIn, THROWS, type AddingOperation } from './adding-operation.js';
/** `redis.incr(key)`, alone or queued in what is sent. */
export function redisCommand(call: CallInstruction, index: ProgramIndex): AddingOperation | undefined {
  const chain = chainOf(call, index);
  const isSent = /^exec\w*$/iu.test(index.calledName(call) ?? '');
  const effects = (isSent ? [...chain, ...queuedOn(call, index)] : [call]).flatMap((each) => {
    const effect = redisEffect(each, index);
    return effect ? [{ each, effect }] : [];
  });
  const [found] = effects;
  if (!found) return undefined;
  const [key, id] = found.each.arguments;
  if (!key || (found.effect !== 'increment' && !id)) return undefined;
  // A stream entry with an id of the program's own.
  const isStream = /^xadd$/iu.test(index.calledName(found.each) ?? '');
  const own = isStream && id && constantText(id.value, index) !== '*' ? [id.value] : [];
  return {
    call,
    place: call.at,
    effect: found.effect,
    ids: [...own, ...idsIn(found.each, index)],
    signals: THROWS,
    contents: 'shown',
  };
}

function redisEffect(call: CallInstruction, index: ProgramIndex): RepeatedEffect | undefined {
  if (call.callee.kind !== 'member') return takenOffEffect(call, index);
  const effect = REDIS_EFFECTS.get(index.calledName(call)?.toLowerCase() ?? '');
  if (!effect) return undefined;
  const receiver = index.receivers.recognise(index.termOf(call.callee.object));
  if (receiver?.evidence === 'resolved') return effect;
  const path = receiverPath(call, index);
  if (path.some((name) => METRIC_RECEIVER.test(name))) return undefined;
  // `append` is a method of many things.
  const name = index.calledName(call) ?? '';
  const isDistinct = name !== 'append' && name !== 'incr' && name !== 'decr';
  return isDistinct || path.some((each) => /redis|cache|kv|client|store/iu.test(each)) ? effect : undefined;
}

/** `const incr = promisify(client.incr).bind(client)`: a command by itself. */
function takenOffEffect({ callee }: CallInstruction, index: ProgramIndex): RepeatedEffect | undefined {
  const method = callee.kind === 'value' ? index.termOf(callee.value) : undefined;
  if (method?.kind !== 'member') return undefined;
  const receiver = index.receivers.recognise(method.object);
  return receiver?.evidence === 'resolved' ? REDIS_EFFECTS.get(method.name.toLowerCase()) : undefined;
}

function queuedOn(call: CallInstruction, index: ProgramIndex): CallInstruction[] {
  if (call.callee.kind !== 'member') return [];
  const variable = index.variableOf(call.callee.object);
  if (!variable) return [];
  return index.sites
    .map((site) => site.call)
    .filter(
      (each) =>
        each.callee.kind === 'member' && index.variableOf(each.callee.object) === variable && each !== call,
    );
}
