/** Type annotations, as far as they can name a store: references with their imports, members, unions. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { TypeForm } from './program.js';
import type { Bindings } from './scopes.js';

const UNKNOWN: TypeForm = { kind: 'unknown' };

export function lowerType(node: TSESTree.TypeNode | undefined, bindings: Bindings): TypeForm {
  switch (node?.type) {
    case 'TSTypeReference': {
      const name = dottedName(node.typeName);
      if (!name) return UNKNOWN;
      const bound = name.path.length === 1 ? boundOf(node, name.root.name) : undefined;
      if (bound) return lowerType(bound, bindings);
      const imported = bindings.importOf(name.root);
      return {
        kind: 'named',
        name: name.path.join('.'),
        module: bindings.module,
        ...(imported && { imported }),
        arguments: (node.typeArguments?.params ?? []).map((argument) => lowerType(argument, bindings)),
      };
    }
    case 'TSTypeLiteral':
      return noted({ kind: 'members', members: lowerMembers(node.members, bindings) }, bindings);
    case 'TSUnionType':
    case 'TSIntersectionType':
      return { kind: 'union', types: node.types.map((type) => lowerType(type, bindings)) };
    case 'TSTypeQuery': {
      if (node.exprName.type === 'TSImportType') return UNKNOWN;
      const name = dottedName(node.exprName);
      if (!name) return UNKNOWN;
      const imported = bindings.importOf(name.root);
      return {
        kind: 'typeof',
        path: name.path,
        variable: bindings.variableOf(name.root),
        ...(imported && { imported }),
      };
    }
    case 'TSImportType': {
      const source = node.source.value;
      if (!node.qualifier) return UNKNOWN;
      const name = dottedName(node.qualifier);
      if (!name) return UNKNOWN;
      return {
        kind: 'named',
        name: name.path.join('.'),
        module: bindings.module,
        imported: { source: bindings.link(source), name: name.path.join('.') },
        arguments: [],
      };
    }
    case 'TSFunctionType':
      return lowerSignature(node, bindings);
    case 'TSTypeOperator':
      return lowerType(node.typeAnnotation, bindings);
    case 'TSArrayType':
    case 'TSTupleType':
      return { kind: 'list' };
    case 'TSOptionalType':
      return lowerType(node.typeAnnotation, bindings);
    default:
      return UNKNOWN;
  }
}

function noted(literal: TypeForm, { module }: Bindings): TypeForm {
  module.literals.push(literal);
  return literal;
}

/** What a type parameter has to be: `Redis` of `class Repository<Client extends Redis>`. */
function boundOf(node: TSESTree.Node, name: string): TSESTree.TypeNode | undefined {
  for (let around = node.parent; around; around = around.parent) {
    if (!('typeParameters' in around) || around.typeParameters?.type !== 'TSTypeParameterDeclaration')
      continue;
    const parameter = around.typeParameters.params.find((each) => each.name.name === name);
    if (parameter) return parameter.constraint;
  }
  return undefined;
}

/** What a function takes and gives. */
export function lowerSignature(
  { params, returnType }: Pick<TSESTree.TSFunctionType, 'params' | 'returnType'>,
  bindings: Bindings,
): TypeForm {
  return {
    kind: 'returns',
    result: lowerType(returnType?.typeAnnotation, bindings),
    parameters: params.map(parameterName),
  };
}

function parameterName(parameter: TSESTree.Parameter): string | undefined {
  switch (parameter.type) {
    case 'Identifier':
      return parameter.name;
    case 'AssignmentPattern':
      return parameterName(parameter.left);
    case 'TSParameterProperty':
      return parameterName(parameter.parameter);
    default:
      return undefined;
  }
}

function lowerMembers(members: readonly TSESTree.TypeElement[], bindings: Bindings): Map<string, TypeForm> {
  const lowered = new Map<string, TypeForm>();
  for (const member of members) {
    if (member.type === 'TSPropertySignature' || member.type === 'TSMethodSignature') {
      const key = member.key.type === 'Identifier' ? member.key.name : undefined;
      if (key === undefined) continue;
      lowered.set(
        key,
        member.type === 'TSPropertySignature'
          ? lowerType(member.typeAnnotation?.typeAnnotation, bindings)
          : lowerSignature(member, bindings),
      );
    }
  }
  return lowered;
}

function dottedName(node: TSESTree.EntityName): { root: TSESTree.Identifier; path: string[] } | undefined {
  if (node.type === 'Identifier') return { root: node, path: [node.name] };
  if (node.type !== 'TSQualifiedName') return undefined;
  const left = dottedName(node.left);
  return left && { root: left.root, path: [...left.path, node.right.name] };
}

/** Gathers the file's interfaces and type aliases, exported or not. */
export function collectTypes(
  statements: readonly TSESTree.ProgramStatement[],
  bindings: Bindings,
  types: Map<string, TypeForm>,
): void {
  for (const statement of statements) {
    const declaration =
      statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration'
        ? statement.declaration
        : statement;
    if (declaration?.type === 'TSInterfaceDeclaration') {
      const own: TypeForm = { kind: 'members', members: lowerMembers(declaration.body.body, bindings) };
      const bases = declaration.extends.flatMap((base): TypeForm[] => {
        if (base.expression.type !== 'Identifier') return [];
        const imported = bindings.importOf(base.expression);
        const { module } = bindings;
        return [
          { kind: 'named', name: base.expression.name, module, ...(imported && { imported }), arguments: [] },
        ];
      });
      types.set(declaration.id.name, bases.length > 0 ? { kind: 'union', types: [own, ...bases] } : own);
    } else if (declaration?.type === 'TSTypeAliasDeclaration') {
      types.set(declaration.id.name, lowerType(declaration.typeAnnotation, bindings));
    }
  }
}
