/** Where an id is made, and how another one can stand there. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { RaceOf } from '../../analysis/race.js';
import { findCall, findExpression, type Node, type SourceCode } from '../code/nodes.js';
import { declaratorOf, isReassigned, usesOf, variableOf } from '../code/scopes.js';
import { textOf } from '../code/text.js';

/** Stores whose ids can be any text, or a UUID. Milvus and tables have keys of a type that the code does not tell. */
const TEXT_IDS: ReadonlySet<string> = new Set([
  'pinecone',
  'qdrant',
  'chroma',
  'weaviate',
  'upstash-vector',
  'mastra-vector',
  'llamaindex',
  'langchain-vectors',
]);

export interface IdPlace {
  /** The expression that makes the id. */
  readonly node: Node;
  /** What stands before another expression in its place: `id: ` for a shorthand. */
  readonly prefix: string;
  /** The object literal of the record, where the id is a property of one. */
  readonly record: TSESTree.ObjectExpression | undefined;
  /** The call that writes. */
  readonly call: TSESTree.CallExpression;
}

export function idPlaceOf(race: RaceOf<'fixed-vector-id'>, sourceCode: SourceCode): IdPlace | undefined {
  if (!TEXT_IDS.has(race.write.resource.store)) return undefined;
  const call = findCall(sourceCode, race.place);
  const made = findExpression(sourceCode, race.made);
  // An id that another file makes is not in this one.
  if (!call || !made || made === call) return undefined;
  const node = made.type === 'Identifier' ? sourceOf(made, sourceCode) : made;
  if (!node || isUsedElsewhere(node)) return undefined;
  const isShorthand = node.parent?.type === 'Property' && node.parent.shorthand;
  return {
    node,
    prefix: isShorthand ? `${textOf(sourceCode, node)}: ` : '',
    record: recordOf(made),
    call,
  };
}

/** What a local constant is set to, which is then made anew at each call; a constant of the module is left as it is. */
function sourceOf(identifier: TSESTree.Identifier, sourceCode: SourceCode): Node | undefined {
  const variable = variableOf(sourceCode, identifier);
  const declarator = variable && declaratorOf(variable);
  // A parameter, or the variable of a loop, is replaced where it is used.
  if (!variable || !declarator?.init || declarator.id.type !== 'Identifier' || isReassigned(variable))
    return identifier;
  const isOfModule = variable.scope.type === 'module' || variable.scope.type === 'global';
  if (!isOfModule) return declarator.init;
  return usesOf(variable).length === 1 ? identifier : undefined;
}

/** An assignment is both a value and a change. */
function isUsedElsewhere(node: Node): boolean {
  return node.type === 'AssignmentExpression' || node.type === 'UpdateExpression';
}

function recordOf(id: Node): TSESTree.ObjectExpression | undefined {
  const { parent } = id;
  if (parent?.type !== 'Property' || parent.value !== id) return undefined;
  return parent.parent.type === 'ObjectExpression' ? parent.parent : undefined;
}
