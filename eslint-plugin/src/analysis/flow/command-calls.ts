/** Calls that name a row or an object of a bucket in one object that they are given: commands of the AWS SDK. */
import { COMMANDS, NAMED_CALLS, type NamedCall } from '../../stores/rows.js';
import { importOf } from '../resources/exports.js';
import type { Term } from '../resources/terms.js';
import { structuralTerm, type Call } from './calls.js';
import type { RowAccess } from './row-calls.js';
import { valueOf } from './value.js';
import type { Walk } from './walk.js';

/** `s3.send(new PutObjectCommand({ Bucket, Key, Body }))`. */
export function commandRow(walk: Walk, call: Call): RowAccess | undefined {
  const [sent] = call.args;
  if (!sent) return undefined;
  if (call.name !== 'send')
    return namedRow(walk, call, NAMED_CALLS[call.name ?? ''], structuralTerm(walk, sent));
  const { term } = sent;
  if (term.kind !== 'call' || !term.construct) return undefined;
  const [given] = term.arguments;
  return given && namedRow(walk, call, COMMANDS[importOf(term.callee)?.name ?? ''], given);
}

/** What the properties of one object say: the table and the key, or the item that is put. */
function namedRow(
  walk: Walk,
  call: Call,
  command: NamedCall | undefined,
  given: Term,
): RowAccess | undefined {
  const properties = propertiesOf(given);
  if (!command || !properties) return undefined;
  const table = properties.get(command.table);
  const key = properties.get(command.key);
  if (!table || !key) return undefined;
  const whole = command.key === 'Item' ? (propertiesOf(key) ?? new Map<string, Term>()) : properties;
  const columns = new Map([...whole].filter(([name]) => name !== command.table && name !== command.key));
  return {
    operation: command.operation,
    table,
    where: walk.terms.compute('where', [walk.terms.constant(command.key), keyOfItem(walk, key)]),
    columns: valueOf(
      walk.terms.made(call.instruction.to),
      undefined,
      new Map([...columns].map(([name, value]) => [name, valueOf(value)])),
    ),
  };
}

/** Of an item that is put, the parts that name it. */
function keyOfItem(walk: Walk, item: Term): Term {
  const properties = propertiesOf(item);
  if (!properties) return item;
  const named = [...properties].filter(([name]) => /^(?:[ps]k|\w*id|key)$/iu.test(name));
  if (named.length === 0) return item;
  return walk.terms.compute(
    '{}',
    named.flatMap(([name, value]) => [walk.terms.constant(name), value]),
  );
}

/** An object that is written out in an argument, as its call's term holds it. */
function propertiesOf(term: Term): ReadonlyMap<string, Term> | undefined {
  if (term.kind !== 'compute' || term.operator !== '{}') return undefined;
  const properties = new Map<string, Term>();
  for (let index = 0; index + 1 < term.operands.length; index += 2) {
    const name = term.operands[index];
    const value = term.operands[index + 1];
    if (name?.kind === 'constant' && value) properties.set(String(name.value), value);
  }
  return properties;
}
