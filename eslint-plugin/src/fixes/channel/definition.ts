/** A channel's definition in the text, and how a reducer is written into it. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { RaceOf } from '../../analysis/race.js';
import { addImport } from '../code/declarations.js';
import { ancestorsOf, findExpression, type Node, type SourceCode } from '../code/nodes.js';
import { styleOf } from '../code/style.js';
import { rangeOf, textOf } from '../code/text.js';
import type { TextEdit } from '../rewrite.js';

/** A reducer and the value that it starts from, as code. */
export interface Reducer {
  readonly fn: string;
  readonly initial: string;
}

export const CONCAT: Reducer = { fn: '(old, update) => old.concat(update)', initial: '[]' };
export const MERGE: Reducer = { fn: '(old, update) => ({ ...old, ...update })', initial: '{}' };

/** Gives the channel this reducer: in the place of the one that it has, or as its first. */
export function withReducer(
  race: RaceOf<'unreduced-channel'>,
  sourceCode: SourceCode,
  reducer: Reducer,
): readonly TextEdit[] | undefined {
  if (!race.definition) return undefined;
  if (race.reducer) return replaceReducer(race, sourceCode, reducer);
  const value = valueOf(race, sourceCode);
  if (!value) return undefined;
  switch (race.style) {
    case 'annotation':
      return annotate(value, sourceCode, reducer);
    case 'zod':
      return inRegistry(value, sourceCode, reducer);
    case 'schema':
      return asReduced(value, sourceCode, reducer);
    case 'legacy':
      // What the state holds is told elsewhere, and with it the types of the reducer's parameters.
      return styleOf(sourceCode).typescript
        ? undefined
        : [{ range: rangeOf(value), text: inOldStyle(reducer) }];
  }
}

/** A function that is written out here, or a name: a function of that name may serve other channels. */
function replaceReducer(
  race: RaceOf<'unreduced-channel'>,
  sourceCode: SourceCode,
  { fn, initial }: Reducer,
): readonly TextEdit[] | undefined {
  const place = race.reducer && findExpression(sourceCode, race.reducer);
  if (!place || place.parent?.type !== 'Property') return undefined;
  // Without a default, the first update would be taken as it is.
  const hasDefault =
    place.parent.parent.type === 'ObjectExpression' && hasProperty(place.parent.parent, 'default');
  const text = hasDefault || race.style !== 'annotation' ? fn : `${fn}, default: () => ${body(initial)}`;
  return [{ range: rangeOf(place), text }];
}

function hasProperty({ properties }: TSESTree.ObjectExpression, name: string): boolean {
  return properties.some(
    (property) =>
      property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === name,
  );
}

/** The value of the property that defines the channel. */
function valueOf(race: RaceOf<'unreduced-channel'>, sourceCode: SourceCode): Node | undefined {
  const found = race.definition && findExpression(sourceCode, race.definition);
  if (!found) return undefined;
  for (const node of [found, ...ancestorsOf(found)]) {
    if (node.parent?.type === 'Property' && node.parent.value === node)
      return node.parent.shorthand ? undefined : node;
    if (node.type === 'ObjectExpression') return undefined;
  }
  return undefined;
}

/** `Annotation<string[]>` and `Annotation<string[]>()`. */
function annotate(value: Node, sourceCode: SourceCode, reducer: Reducer): readonly TextEdit[] | undefined {
  const options = `({ reducer: ${reducer.fn}, default: () => ${body(reducer.initial)} })`;
  if (value.type !== 'CallExpression')
    return [{ range: { start: value.range[1], end: value.range[1] }, text: options }];
  if (value.arguments.length > 0) return undefined;
  const open = sourceCode.getLastToken(value, 1);
  return open ? [{ range: { start: open.range[0], end: value.range[1] }, text: options }] : undefined;
}

/** Zod 4 keeps what LangGraph is to know of a schema in a registry; Zod 3 has none. */
function inRegistry(value: Node, sourceCode: SourceCode, reducer: Reducer): readonly TextEdit[] | undefined {
  if (/['"]zod\/v3['"]/u.test(sourceCode.text)) return undefined;
  const { name, edits } = addImport(sourceCode, '@langchain/langgraph/zod', 'registry');
  const initial = hasDefault(textOf(sourceCode, value)) ? '' : `, default: () => ${body(reducer.initial)}`;
  const text = `.register(${name}, { reducer: { fn: ${reducer.fn} }${initial} })`;
  return [...edits, { range: { start: value.range[1], end: value.range[1] }, text }];
}

function asReduced(value: Node, sourceCode: SourceCode, reducer: Reducer): readonly TextEdit[] {
  const { name, edits } = addImport(sourceCode, '@langchain/langgraph', 'ReducedValue');
  const schema = textOf(sourceCode, value);
  const whole = hasDefault(schema) ? schema : `${schema}.default(() => ${body(reducer.initial)})`;
  return [...edits, { range: rangeOf(value), text: `new ${name}(${whole}, { reducer: ${reducer.fn} })` }];
}

function hasDefault(schema: string): boolean {
  return /\.default\s*\(/u.test(schema);
}

function inOldStyle({ fn, initial }: Reducer): string {
  return `{ value: ${fn}, default: () => ${body(initial)} }`;
}

/** An object literal as the body of an arrow function stands in parentheses. */
function body(initial: string): string {
  return initial.startsWith('{') ? `(${initial})` : initial;
}
