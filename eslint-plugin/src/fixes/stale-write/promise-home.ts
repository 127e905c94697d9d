/** Where the promise of a value that is being made is kept: beside the value. */
import type { TSESTree } from '@typescript-eslint/utils';
import { isBlock, type Node, type SourceCode } from '../code/nodes.js';
import { endWithComments } from '../code/region.js';
import { freshName, variableOf } from '../code/scopes.js';
import { statementOf } from '../code/statements.js';
import { styleOf } from '../code/style.js';
import { indentationAt, textOf } from '../code/text.js';
import type { TextEdit } from '../rewrite.js';
import { addMember, classAround, fieldOf, type ClassState } from './class-member.js';
import { nameOf, type Place } from './place.js';

export interface PromiseHome {
  /** How the function says it: `clientPromise`, `this.clientPromise`. */
  readonly reference: string;
  readonly edits: readonly TextEdit[];
}

/** @param isVoid Nobody asks for the value. */
export function promiseHome(
  sourceCode: SourceCode,
  { target }: Place,
  isVoid: boolean,
): PromiseHome | undefined {
  const wanted = nameOf(target);
  if (wanted === undefined) return undefined;
  const name = `${wanted.replace(/^_+/u, '')}Promise`;
  if (target.type === 'Identifier') return addVariable(sourceCode, target, name, isVoid);
  if (target.type !== 'MemberExpression' || target.computed) return undefined;
  const state = stateOf(sourceCode, target.object);
  if (!state) return undefined;
  const type = isVoid ? 'void' : typeOf(sourceCode, fieldOf(state.body, target)?.typeAnnotation);
  if (type === undefined && styleOf(sourceCode).typescript) return undefined;
  return addMember(sourceCode, state, target, {
    name,
    isConstant: false,
    isReusable: false,
    ...(type !== undefined && { type: `Promise<${type}> | undefined` }),
  });
}

/** `this`, or the name of the class around. */
function stateOf(sourceCode: SourceCode, object: Node): ClassState | undefined {
  if (object.type === 'ThisExpression') {
    const found = classAround(object);
    return found && { ...found, self: 'this' };
  }
  const variable = object.type === 'Identifier' ? variableOf(sourceCode, object) : undefined;
  const [definition] = variable?.defs ?? [];
  return definition?.type === 'ClassName' && variable
    ? { body: definition.node.body, isStatic: true, self: variable.name }
    : undefined;
}

function addVariable(
  sourceCode: SourceCode,
  target: TSESTree.Identifier,
  wanted: string,
  isVoid: boolean,
): PromiseHome | undefined {
  const { newline, semicolons, typescript } = styleOf(sourceCode);
  const definition = variableOf(sourceCode, target)?.defs[0];
  if (definition?.type !== 'Variable') return undefined;
  const declaration = statementOf(definition.name);
  if (!declaration || !isBlock(declaration.parent)) return undefined;
  const annotation = definition.name.typeAnnotation;
  const type = isVoid ? 'void' : typeOf(sourceCode, annotation);
  if (typescript && type === undefined) return undefined;
  const reference = freshName(sourceCode, wanted);
  const code = `let ${reference}${typescript && type !== undefined ? `: Promise<${type}> | undefined` : ''}`;
  const at = endWithComments(sourceCode, declaration);
  const text = newline + indentationAt(sourceCode, declaration.range[0]) + code + (semicolons ? ';' : '');
  return { reference, edits: [{ range: { start: at, end: at }, text }] };
}

/** The declared type, without what stands for nothing. */
function typeOf(
  sourceCode: SourceCode,
  annotation: TSESTree.TSTypeAnnotation | null | undefined,
): string | undefined {
  const type = annotation?.typeAnnotation;
  if (!type) return undefined;
  const options = type.type === 'TSUnionType' ? type.types : [type];
  const kept = options.filter(
    (option) => option.type !== 'TSUndefinedKeyword' && option.type !== 'TSNullKeyword',
  );
  return kept.map((option) => textOf(sourceCode, option)).join(' | ') || undefined;
}
