/** Terms as a reader of the source would write them. */
import { familyOf } from '../../stores/model.js';
import { MEMORY } from '../../stores/memory.js';
import type { FlowAccess } from '../flow/value.js';
import type { Term } from '../resources/terms.js';
import type { RaceContext } from './context.js';

const MAX_LENGTH = 60;

/** A key without quotes: `hits`, `user:${id}`. */
export function describeKey(key: Term, context: RaceContext): string {
  if (key.kind === 'constant') return String(key.value);
  const text =
    key.kind === 'concat'
      ? key.parts
          .map((part) =>
            part.kind === 'constant' ? String(part.value) : `\${${describeTerm(part, context)}}`,
          )
          .join('')
      : describeTerm(key, context);
  return shorten(text);
}

/** Key and field of an access; an entry of a container is a field of it. */
export function describePlace(
  { receiver, key, field }: FlowAccess,
  context: RaceContext,
): { readonly key: string; readonly field?: string } {
  if (familyOf(receiver.model) === 'rows') return { key: describeRows(receiver.root, key, context) };
  const isEntry = receiver.model === MEMORY && key !== receiver.root && !isMemberOf(key, receiver.root);
  if (isEntry) return { key: describeTerm(receiver.root, context), field: describeKey(key, context) };
  return { key: describeKey(key, context), ...(field && { field: describeKey(field, context) }) };
}

/** `tags where articleId`. */
function describeRows(table: Term, key: Term, context: RaceContext): string {
  const name = table.kind === 'constant' ? String(table.value) : describeTerm(table, context);
  if (key.kind !== 'compute' || key.operator !== 'where' || key.operands.length === 0) return name;
  const conditions: string[] = [];
  for (let index = 0; index + 1 < key.operands.length; index += 2) {
    const [column, value] = [key.operands[index], key.operands[index + 1]];
    if (column?.kind !== 'constant' || !value) continue;
    const text = value.kind === 'made' ? '…' : describeTerm(value, context);
    const isNamedAlike = column.value === '…' || text === column.value || text === '…';
    conditions.push(
      isNamedAlike
        ? column.value === '…'
          ? text
          : String(column.value)
        : `${String(column.value)} = ${text}`,
    );
  }
  return shorten(`${name} where ${conditions.join(' and ')}`);
}

function isMemberOf(key: Term, object: Term): boolean {
  return (key.kind === 'member' || key.kind === 'index') && key.object === object;
}

export function describeTerm(term: Term, context: RaceContext): string {
  return shorten(describe(term, context, 0));
}

function describe(term: Term, context: RaceContext, depth: number): string {
  if (depth > 6) return '…';
  const inner = (each: Term): string => describe(each, context, depth + 1);
  switch (term.kind) {
    case 'constant':
      return typeof term.value === 'string' ? `'${term.value}'` : String(term.value);
    case 'concat':
      return `\`${term.parts.map((part) => (part.kind === 'constant' ? String(part.value) : `\${${inner(part)}}`)).join('')}\``;
    case 'import':
      return term.name === 'default' || term.name === '*'
        ? (term.source.split('/').at(-1) ?? term.source)
        : term.name;
    case 'global':
      return term.name;
    case 'variable':
      return term.variable.name;
    case 'parameter':
      return term.form.parameterForms[term.index]?.name ?? `argument ${term.index + 1}`;
    case 'this':
      return 'this';
    case 'member':
      return term.object.kind === 'parameter' && !term.object.form.parameterForms[term.object.index]?.name
        ? term.name
        : `${inner(term.object)}.${term.name}`;
    case 'index':
      return `${inner(term.object)}[${inner(term.key)}]`;
    case 'call':
      return `${term.construct ? 'new ' : ''}${inner(term.callee)}(${term.arguments.map(inner).join(', ')})`;
    case 'typed':
      return inner(term.operand);
    case 'made': {
      const definition = context.program.definitions[term.temp];
      return definition && definition.at.end - definition.at.start <= MAX_LENGTH
        ? context.program.textOf(definition.at).replace(/^(?:const|let|var)\s+/u, '')
        : '…';
    }
    case 'compute':
      // A key of several parts: `users/${id}`.
      if (term.operator === 'key') return term.operands.map((part) => describeKeyPart(part, inner)).join('/');
      // A list that is written out: its positions and elements, in turn.
      if (term.operator === '{}')
        return `[${term.operands.flatMap((operand, index) => (index % 2 === 1 ? [inner(operand)] : [])).join(', ')}]`;
      return term.operands.map(inner).join(` ${term.operator} `);
    case 'either': {
      // `totals[team] ??= { used: 0 }`: the place says what it is, the literal what it began with.
      const places = term.options.filter(({ kind }) => kind !== 'made' && kind !== 'constant');
      return (places.length === 1 ? places : term.options).map(inner).join(' or ');
    }
    case 'closure':
    case 'class':
      return term.form.name ?? '…';
  }
}

function describeKeyPart(part: Term, describePart: (term: Term) => string): string {
  if (part.kind === 'constant') return String(part.value);
  return part.kind === 'compute' && part.operator === 'key'
    ? describePart(part)
    : `\${${describePart(part)}}`;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= MAX_LENGTH ? line : `${line.slice(0, MAX_LENGTH - 1)}…`;
}
