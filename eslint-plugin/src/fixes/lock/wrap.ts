/** Puts a section between taking and letting go of a lock. */
import type { SourceCode } from '../code/nodes.js';
import { rangeOfRegion } from '../code/region.js';
import { styleOf } from '../code/style.js';
import { editedAndIndented, indentationAt, rangeOf, rangeWithParentheses } from '../code/text.js';
import type { TextEdit } from '../rewrite.js';
import type { Section } from './section.js';
import { awaited } from './waiting.js';

/**
 * @param opening The statement before `try`.
 * @param closing The statement in `finally`.
 */
export function wrapInTry(
  sourceCode: SourceCode,
  section: Section,
  opening: string,
  closing: string,
): TextEdit[] {
  const { indent, newline, semicolons } = styleOf(sourceCode);
  const end = semicolons ? ';' : '';
  if (section.kind === 'statements') {
    const range = rangeOfRegion(sourceCode, section.region);
    const outer = newline + indentationAt(sourceCode, section.place.range[0]);
    const body = editedAndIndented(sourceCode, range, section.edits, indent);
    const text = [
      `${opening}${end}`,
      'try {',
      `${indent}${body}`,
      '} finally {',
      `${indent}${closing}${end}`,
      '}',
    ].join(outer);
    return [{ range, text }, ...section.edits.filter((edit) => edit.range.end < range.start)];
  }
  const { end: bodyEnd } = rangeWithParentheses(sourceCode, section.body);
  const arrow = sourceCode.getTokenBefore(section.body, (token) => token.value === '=>');
  const range = { start: arrow?.range[1] ?? section.body.range[0], end: bodyEnd };
  const outer = newline + indentationAt(sourceCode, range.start);
  // A body on a line of its own is set in already.
  const steps = arrow?.loc.end.line === section.body.loc.start.line ? 2 : 1;
  const body = editedAndIndented(
    sourceCode,
    rangeOf(section.body),
    awaited(section.body),
    indent.repeat(steps),
  );
  const lines = [
    `${opening}${end}`,
    'try {',
    `${indent}return ${body}${end}`,
    '} finally {',
    `${indent}${closing}${end}`,
    '}',
  ];
  return [
    { range, text: ` {${lines.map((line) => outer + indent + line).join('')}${outer}}` },
    ...section.edits,
  ];
}
