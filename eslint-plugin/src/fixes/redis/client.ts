/** Whether a receiver has more methods than the ones that the source calls. */
import type { TSESTree } from '@typescript-eslint/utils';
import { ancestorsOf, memberName, withoutTypes, type Node, type SourceCode } from '../code/nodes.js';
import { variableOf } from '../code/scopes.js';
import { textOf } from '../code/text.js';

/** False where the file itself gives the client a narrower type: `Pick<Redis, 'get' | 'set'>`, an own interface. */
export function isWholeClient(sourceCode: SourceCode, receiver: Node): boolean {
  const annotation = annotationOf(sourceCode, withoutTypes(receiver));
  if (!annotation) return true;
  const type = annotation.typeAnnotation;
  if (/\bPick</u.test(textOf(sourceCode, type)) || type.type === 'TSTypeLiteral') return false;
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return true;
  const { name } = type.typeName;
  return !sourceCode.ast.body.some((node) => {
    const declared = node.type === 'ExportNamedDeclaration' ? node.declaration : node;
    if (declared?.type === 'TSInterfaceDeclaration')
      return declared.id.name === name && declared.extends.length === 0;
    if (declared?.type !== 'TSTypeAliasDeclaration' || declared.id.name !== name) return false;
    return (
      declared.typeAnnotation.type === 'TSTypeLiteral' ||
      /\bPick</u.test(textOf(sourceCode, declared.typeAnnotation))
    );
  });
}

function annotationOf(sourceCode: SourceCode, receiver: Node): TSESTree.TSTypeAnnotation | undefined {
  if (receiver.type === 'Identifier') {
    const name = variableOf(sourceCode, receiver)?.defs[0]?.name;
    return name?.type === 'Identifier' ? name.typeAnnotation : undefined;
  }
  if (receiver.type !== 'MemberExpression' || receiver.object.type !== 'ThisExpression') return undefined;
  const name = receiver.property.type === 'PrivateIdentifier' ? receiver.property.name : memberName(receiver);
  for (const ancestor of ancestorsOf(receiver))
    if (ancestor.type === 'ClassBody') return memberAnnotation(ancestor, name);
  return undefined;
}

function memberAnnotation(
  { body }: TSESTree.ClassBody,
  name: string | undefined,
): TSESTree.TSTypeAnnotation | undefined {
  for (const member of body) {
    if (member.type === 'PropertyDefinition' && 'name' in member.key && member.key.name === name)
      return member.typeAnnotation;
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') continue;
    for (const parameter of member.value.params) {
      if (parameter.type !== 'TSParameterProperty') continue;
      const own =
        parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
      if (own.name === name) return own.typeAnnotation;
    }
  }
  return undefined;
}
