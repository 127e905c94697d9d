/**
 * Hands the work to the mutex, which lets go by itself.
 * Source: https://github.com/DirtyHairy/async-mutex#synchronized-code-execution
 */
import { some } from '../code/nodes.js';
import { jumpsOut, rangeOfRegion, statementsIn } from '../code/region.js';
import { usesOf, variableOf, isReassigned } from '../code/scopes.js';
import { removeStatements, statementOf } from '../code/statements.js';
import { styleOf } from '../code/style.js';
import { editedAndIndented, indentationAt, textOf } from '../code/text.js';
import type { RewriteOf } from '../rewrite.js';
import { heldPart } from './held-part.js';

export const rewriteToRunExclusive: RewriteOf<'unsafe-lock'> = ({ flaw, lock }, sourceCode) => {
  if (flaw.kind !== 'no-finally' || !lock.store?.startsWith('async-mutex') || lock.further.length > 0)
    return undefined;
  const part = heldPart(sourceCode, lock);
  if (!part || part.releases.length > 1) return undefined;
  const { acquire, region, last } = part;
  const taking = statementOf(acquire);
  const end = region.block.body.findIndex((each) => each === last);
  if (!taking || region.last > end || acquire.arguments.length > 0) return undefined;
  if (acquire.callee.type !== 'MemberExpression') return undefined;
  // The name that the release had goes; nothing else may use it.
  if (taking.type === 'VariableDeclaration') {
    const [declarator, ...others] = taking.declarations;
    if (others.length > 0 || declarator.id.type !== 'Identifier') return undefined;
    const variable = variableOf(sourceCode, declarator.id);
    if (!variable || usesOf(variable).length !== 1) return undefined;
  } else if (taking.type !== 'ExpressionStatement') return undefined;
  const statements = statementsIn(region);
  const leaves = statements.some(
    (statement) =>
      jumpsOut(sourceCode, statement) ||
      some(sourceCode, statement, (node) => {
        if (node.type === 'ReturnStatement' || node.type === 'YieldExpression') return true;
        if (node.type !== 'Identifier') return false;
        const variable = variableOf(sourceCode, node);
        // What TypeScript knows of a variable that changes is lost in a callback.
        return variable
          ? isReassigned(variable) && variable.scope.type !== 'module' && variable.scope.type !== 'global'
          : node.name === 'arguments';
      }),
  );
  if (leaves) return undefined;
  const { indent, newline, semicolons } = styleOf(sourceCode);
  const range = rangeOfRegion(sourceCode, region);
  const outer = newline + indentationAt(sourceCode, range.start);
  const body = editedAndIndented(sourceCode, range, [], indent);
  const mutex = textOf(sourceCode, acquire.callee.object);
  const text = `await ${mutex}.runExclusive(async () => {${outer}${indent}${body}${outer}})${semicolons ? ';' : ''}`;
  return {
    title: 'Run it by `runExclusive`, which lets go by itself',
    edits: [{ range, text }, ...removeStatements(sourceCode, [taking, last])],
  };
};
