/** Types in JSDoc, as far as they can name a store: `@param {import('ioredis').Redis} redis`, `@typedef`. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { ModuleLowering, SourceText } from './lower-module.js';
import type { TypeForm } from './program.js';

type Module = Pick<ModuleLowering, 'sourceCode' | 'self' | 'link'>;

const IMPORT = /^import\(\s*['"]([^'"]+)['"]\s*\)\.([\w.]+)$/u;

/** The named type that a JSDoc type expression is, imports and plain names only. */
function typeOf(text: string, { self: module, link }: Module): TypeForm | undefined {
  const [, source, name] = IMPORT.exec(text.trim()) ?? [];
  if (source !== undefined && name !== undefined) {
    return { kind: 'named', name, module, imported: { source: link(source), name }, arguments: [] };
  }
  return /^\w+$/u.test(text.trim()) ? { kind: 'named', name: text.trim(), module, arguments: [] } : undefined;
}

/** Gathers `@typedef {import('x').Y} Name` of the whole file. */
export function collectTypedefs(comments: readonly TSESTree.Comment[], module: Module): void {
  for (const comment of comments) {
    for (const [, text = '', name = ''] of comment.value.matchAll(/@typedef\s*\{([^{}]*)\}\s*(\w+)/gu)) {
      const type = typeOf(text, module);
      if (type) module.self.types.set(name, type);
    }
  }
}

/** The types that the comment before a function gives to its parameters, by name. */
export function parameterTypes(module: Module, node: TSESTree.Node): ReadonlyMap<string, TypeForm> {
  const types = new Map<string, TypeForm>();
  for (const [, text = '', name = ''] of commentBefore(module.sourceCode, node).matchAll(
    /@param\s*\{([^{}]*)\}\s*\[?(\w+)/gu,
  )) {
    const type = typeOf(text, module);
    if (type) types.set(name, type);
  }
  return types;
}

/** The type that the comment before a variable's declaration gives to it. */
export function variableType(module: Module, declaration: TSESTree.Node): TypeForm | undefined {
  const [, text] = /@type\s*\{([^{}]*)\}/u.exec(commentBefore(module.sourceCode, declaration)) ?? [];
  return text === undefined ? undefined : typeOf(text, module);
}

/** The JSDoc comment of the statement, property or class member that a node stands in. */
function commentBefore(sourceCode: SourceText, node: TSESTree.Node): string {
  let outer = node;
  while (
    outer.parent &&
    !/Statement|Declaration$|MethodDefinition|PropertyDefinition|Property$/u.test(outer.type)
  )
    outer = outer.parent;
  if (outer.parent && /^Export/u.test(outer.parent.type)) outer = outer.parent;
  const comment = sourceCode.getCommentsBefore(outer).at(-1);
  return comment?.value.startsWith('*') ? comment.value : '';
}
