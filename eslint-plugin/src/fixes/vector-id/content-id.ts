/**
 * An id of what the record holds, and of who writes it where that is known: the same content gives the same id, so
 * that a retry writes what is there already. It has the form of a UUID, which every index takes.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { addHelpers, addImport, type Helper } from '../code/declarations.js';
import { ancestorsOf, isFunction, some, type Node, type SourceCode } from '../code/nodes.js';
import { isKnownAt } from '../code/scopes.js';
import { rangeOf, textOf } from '../code/text.js';
import { withoutUnused } from '../code/unused.js';
import type { RewriteOf } from '../rewrite.js';
import { idPlaceOf, type IdPlace } from './place.js';

/** Parts of a record that say what it holds; the vector is made from them. */
const CONTENT =
  /^(?:text|content|contents|document|documents|data|pageContent|chunk|body|summary|metadata|payload|properties)$/u;
/** Lists beside the ids, in the order in which they tell most. */
const LISTS = ['documents', 'texts', 'contents'];
const AGENTS = /^(?:agent|agentId|agentName|sessionId|session|runId|workerId)$/u;

export const rewriteToContentId: RewriteOf<'fixed-vector-id'> = (race, sourceCode) => {
  const place = idPlaceOf(race, sourceCode);
  if (!place) return undefined;
  const { node, prefix } = place;
  if (some(sourceCode, node, ({ type }) => type === 'UpdateExpression')) return undefined;
  const content = contentOf(place, sourceCode);
  if (content.length === 0) return undefined;
  const agent = agentAt(node, sourceCode);
  // What is written about a topic stays told apart from the same words about another one.
  const topic = race.id === 'topic' && !prefix ? textOf(sourceCode, node) : undefined;
  const parts = [...new Set([agent, topic, ...content].filter((part) => part !== undefined))];
  const imported = addImport(sourceCode, 'node:crypto', 'createHash');
  const added = addHelpers(sourceCode, [contentIdHelper(imported.name)]);
  const made = `${added.names[0] ?? 'contentId'}(${parts.join(', ')})`;
  const text = prefix + made;
  const unused = withoutUnused(sourceCode, node, made);
  return (
    unused && {
      title: `Make the id of a hash of ${parts.map((part) => `\`${part}\``).join(' and ')}`,
      edits: [...imported.edits, ...added.edits, ...unused, { range: rangeOf(node), text }],
    }
  );
};

/** The names in the record that say what it holds, as far as they are known where the id is made. */
function contentOf(place: IdPlace, sourceCode: SourceCode): readonly string[] {
  const found = place.record ? inRecord(place.record) : besideList(place);
  const known = found.filter((node) => isKnownAt(sourceCode, node, place.node));
  return [...new Set(known.map((node) => textOf(sourceCode, node)))];
}

function inRecord(record: TSESTree.ObjectExpression): readonly Node[] {
  return record.properties.flatMap((property) => {
    if (property.type !== 'Property' || !CONTENT.test(keyOf(property) ?? '')) return [];
    return namesIn(property.value);
  });
}

/** Of `{ text, at: Date.now() }` only `text`: what a call gives may be another thing each time. */
function namesIn(value: Node): readonly Node[] {
  if (value.type === 'ObjectExpression')
    return value.properties.flatMap((property) =>
      property.type === 'Property' ? namesIn(property.value) : [],
    );
  return isName(value) ? [value] : [];
}

function isName(node: Node): boolean {
  if (node.type === 'Identifier') return node.name !== 'undefined';
  return node.type === 'MemberExpression' && !node.computed && isName(node.object);
}

/** `{ ids: texts.map((text, i) => …), documents: texts }`: the element, where the callback is given it. */
function besideList({ node, call }: IdPlace): readonly Node[] {
  const callback = [...ancestorsOf(node)].find(isFunction);
  const isMapped =
    callback?.parent.type === 'CallExpression' && callback.parent.callee.type === 'MemberExpression';
  const [element] = isMapped && callback.params.length > 1 ? callback.params : [];
  if (element) return element.type === 'Identifier' && !element.name.startsWith('_') ? [element] : [];
  // One id in a list of its own, and one document in the list beside it.
  const [options] = call.arguments;
  if (options?.type !== 'ObjectExpression') return [];
  for (const name of LISTS) {
    const list = options.properties.find(
      (property): property is TSESTree.Property => property.type === 'Property' && keyOf(property) === name,
    );
    if (list?.value.type !== 'ArrayExpression' || list.value.elements.length !== 1) continue;
    const [only] = list.value.elements;
    return only && isName(only) ? [only] : [];
  }
  return [];
}

function keyOf({ key, computed }: TSESTree.Property): string | undefined {
  if (computed) return undefined;
  return key.type === 'Identifier' ? key.name : String(key.value);
}

/** Who writes, where a parameter or a field of the class says it. */
function agentAt(node: Node, sourceCode: SourceCode): string | undefined {
  for (const ancestor of ancestorsOf(node)) {
    if (isFunction(ancestor)) {
      const named = ancestor.params.find(
        (parameter) => parameter.type === 'Identifier' && AGENTS.test(parameter.name),
      );
      if (named?.type === 'Identifier' && isKnownAt(sourceCode, named, node)) return named.name;
    }
    if (ancestor.type === 'ClassBody') {
      const field = ancestor.body.flatMap(fieldsOf).find((name) => AGENTS.test(name));
      if (field !== undefined && isThisOf(node, ancestor)) return `this.${field}`;
    }
  }
  return undefined;
}

function fieldsOf(member: TSESTree.ClassElement): readonly string[] {
  if (member.type === 'PropertyDefinition') return member.key.type === 'Identifier' ? [member.key.name] : [];
  if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') return [];
  return member.value.params.flatMap((parameter) =>
    parameter.type === 'TSParameterProperty' && parameter.parameter.type === 'Identifier'
      ? [parameter.parameter.name]
      : [],
  );
}

/** True where `this` is the object of the class: in a method, outside of functions with a `this` of their own. */
function isThisOf(node: Node, body: TSESTree.ClassBody): boolean {
  for (const ancestor of ancestorsOf(node)) {
    if (ancestor.type === 'FunctionExpression' || ancestor.type === 'FunctionDeclaration')
      return (
        ancestor.parent.type === 'MethodDefinition' &&
        !ancestor.parent.static &&
        ancestor.parent.parent === body
      );
    if (ancestor === body) return true;
  }
  return false;
}

/** @param createHash How the file says it. */
function contentIdHelper(createHash: string): Helper {
  return {
    name: 'contentId',
    code: (name, { typescript }) => {
      const parameters = typescript ? '...parts: readonly unknown[]' : '...parts';
      return `/** An id that is the same for the same content, in the form of a UUID. */
function ${name}(${parameters})${typescript ? ': string' : ''} {
  const hash = ${createHash}('sha256').update(JSON.stringify(parts)).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), \`8\${hash.slice(13, 16)}\`, \`8\${hash.slice(17, 20)}\`, hash.slice(20, 32)].join('-');
}`;
    },
  };
}
