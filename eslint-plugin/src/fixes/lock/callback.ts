/** A part of a function that is run by another one, which keeps others out meanwhile: `mutex.runExclusive(async () => { … })`. */
import { isFunction, isWithin, some, walk, type SourceCode } from '../code/nodes.js';
import { jumpsOut, rangeOfRegion, statementsIn, type Region } from '../code/region.js';
import { isReassigned, variableOf } from '../code/scopes.js';
import { styleOf } from '../code/style.js';
import { editedAndIndented, indentationAt, rangeOf } from '../code/text.js';
import type { TextEdit } from '../rewrite.js';
import type { Section } from './section.js';

/**
 * Undefined where the part cannot be put into a callback.
 * @param opening What runs it, up to the callback: `mutex.runExclusive(`.
 */
export function runInCallback(
  sourceCode: SourceCode,
  section: Section,
  opening: string,
): TextEdit[] | undefined {
  if (section.kind === 'expression') {
    const { start, end } = rangeOf(section.body);
    return [
      { range: { start, end: start }, text: `${opening}async () => ` },
      { range: { start: end, end }, text: ')' },
    ];
  }
  const { indent, newline, semicolons } = styleOf(sourceCode);
  const result = resultOf(sourceCode, section.region);
  if (result === 'both') return undefined;
  const range = rangeOfRegion(sourceCode, section.region);
  const outer = newline + indentationAt(sourceCode, section.place.range[0]);
  const body = editedAndIndented(sourceCode, range, section.edits, indent);
  const start = result === 'returned' ? 'return await' : 'await';
  const text = `${start} ${opening}async () => {${outer}${indent}${body}${outer}})${semicolons ? ';' : ''}`;
  return [{ range, text }, ...section.edits.filter((edit) => edit.range.end < range.start)];
}

/**
 * Whether a region gives the function's result: `none` of it, all of it (`returned`), or `both` that and not,
 * or anything else that cannot be put into a callback.
 */
function resultOf(sourceCode: SourceCode, region: Region): 'none' | 'returned' | 'both' {
  const statements = statementsIn(region);
  if (statements.some((statement) => jumpsOut(sourceCode, statement)) || usesChanging(sourceCode, region))
    return 'both';
  const returns = statements.some((statement) => {
    let found = false;
    walk(sourceCode, statement, (node) => {
      found ||= node.type === 'ReturnStatement';
      return !isFunction(node);
    });
    return found;
  });
  if (!returns) return 'none';
  const isRest =
    region.last === region.block.body.length - 1 &&
    region.block.parent !== undefined &&
    isFunction(region.block.parent);
  return isRest ? 'returned' : 'both';
}

/** What TypeScript knows of a variable that changes is lost in a callback; so is `arguments`. */
function usesChanging(sourceCode: SourceCode, region: Region): boolean {
  return statementsIn(region).some((statement) =>
    some(sourceCode, statement, (node) => {
      if (node.type !== 'Identifier') return false;
      const variable = variableOf(sourceCode, node);
      if (!variable) return node.name === 'arguments';
      const isOuter = !statementsIn(region).some((each) =>
        variable.defs.some(({ name }) => isWithin(name, each)),
      );
      return isOuter && isReassigned(variable);
    }),
  );
}
