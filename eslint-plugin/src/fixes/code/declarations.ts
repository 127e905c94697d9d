/** Functions and imports that a rewrite adds to a file, once. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { TextEdit } from '../rewrite.js';
import type { SourceCode } from './nodes.js';
import { freshName } from './scopes.js';
import { styled, styleOf, type Style } from './style.js';
import { textOf } from './text.js';

/** A function of ours: its name where that is free, and its code, given the name and the names that it uses. */
export interface Helper {
  readonly name: string;
  readonly code: (name: string, style: Style) => string;
}

export interface Added {
  /** The names by which the helpers are called in this file, in order. */
  readonly names: readonly string[];
  readonly edits: readonly TextEdit[];
}

/** Adds functions at the end of the file, where declarations are known from its beginning; those that are there stay. */
export function addHelpers(sourceCode: SourceCode, helpers: readonly Helper[]): Added {
  const style = styleOf(sourceCode);
  const missing: string[] = [];
  const names = helpers.map((helper) => {
    const existing = findExisting(sourceCode, helper, style);
    if (existing !== undefined) return existing;
    const name = freshName(sourceCode, helper.name);
    missing.push(styled(helper.code(name, style), style));
    return name;
  });
  if (missing.length === 0) return { names, edits: [] };
  const end = sourceCode.text.trimEnd().length;
  const text = missing.map((code) => style.newline.repeat(2) + code).join('');
  return { names, edits: [{ range: { start: end, end }, text }] };
}

/** The name of a function that is what the helper would be under that name, however it is laid out. */
function findExisting(sourceCode: SourceCode, helper: Helper, style: Style): string | undefined {
  for (const node of sourceCode.ast.body) {
    if (node.type !== 'FunctionDeclaration' || !node.id.name.startsWith(helper.name)) continue;
    const { name } = node.id;
    if (withoutLayout(helper.code(name, style)).endsWith(withoutLayout(textOf(sourceCode, node))))
      return name;
  }
  return undefined;
}

function withoutLayout(code: string): string {
  return code.replace(/[\s'"`;,()]/gu, '');
}

export interface Imported {
  /** How the file says it: `randomUUID`, `crypto.randomUUID`. */
  readonly name: string;
  readonly edits: readonly TextEdit[];
}

/** Imports a name from a module, in the file's own module style; uses an import that is there. */
export function addImport(sourceCode: SourceCode, module: string, imported: string): Imported {
  const existing = findImported(sourceCode, module, imported);
  if (existing !== undefined) return { name: existing, edits: [] };
  const style = styleOf(sourceCode);
  const name = freshName(sourceCode, imported);
  const isEsm = style.modules === 'esm';
  const binding = name === imported ? name : `${imported}${isEsm ? ' as ' : ': '}${name}`;
  const line = isEsm
    ? `import { ${binding} } from '${module}';`
    : `const { ${binding} } = require('${module}');`;
  const { start, isFirst } = importPlace(sourceCode);
  const gap = isFirst ? style.newline.repeat(2) : style.newline;
  return { name, edits: [{ range: { start, end: start }, text: styled(line, style) + gap }] };
}

/** Imports what a module is as a whole, in the file's own module style; uses an import that is there. */
export function addDefaultImport(sourceCode: SourceCode, module: string, wanted: string): Imported {
  const existing = findDefault(sourceCode, module);
  if (existing !== undefined) return { name: existing, edits: [] };
  const style = styleOf(sourceCode);
  const name = freshName(sourceCode, wanted);
  const line =
    style.modules === 'esm' ? `import ${name} from '${module}';` : `const ${name} = require('${module}');`;
  const { start, isFirst } = importPlace(sourceCode);
  const gap = isFirst ? style.newline.repeat(2) : style.newline;
  return { name, edits: [{ range: { start, end: start }, text: styled(line, style) + gap }] };
}

function findDefault({ ast }: SourceCode, module: string): string | undefined {
  for (const node of ast.body) {
    if (node.type === 'ImportDeclaration' && node.source.value === module) {
      const specifier = node.specifiers.find((each) => each.type === 'ImportDefaultSpecifier');
      if (specifier) return specifier.local.name;
    }
    const declarator =
      node.type === 'VariableDeclaration'
        ? node.declarations.find(({ init }) => sourceOf(init) === module)
        : undefined;
    if (declarator?.id.type === 'Identifier') return declarator.id.name;
  }
  return undefined;
}

/** The first import; without one, the first statement that is no directive, with its comments. */
function importPlace(sourceCode: SourceCode): { start: number; isFirst: boolean } {
  const { body } = sourceCode.ast;
  const statements: readonly TSESTree.ProgramStatement[] = body;
  const existing = statements.find((node) => node.type === 'ImportDeclaration' || isRequire(node));
  if (existing) return { start: startWithDirective(sourceCode, existing), isFirst: false };
  const first = statements.find((node) => !('directive' in node && node.directive !== undefined));
  const [comment] = first
    ? sourceCode.getCommentsBefore(first).filter(({ range: [start] }) => !isShebang(sourceCode, start))
    : [];
  return { start: comment?.range[0] ?? first?.range[0] ?? 0, isFirst: true };
}

/** A comment that speaks to a tool about the next line stays above it. */
function startWithDirective(sourceCode: SourceCode, node: TSESTree.ProgramStatement): number {
  const above = sourceCode.getCommentsBefore(node).at(-1);
  const isDirective =
    above &&
    above.loc.end.line === node.loc.start.line - 1 &&
    /^\s*(?:@ts-|[\w-]+-next-line\b)/u.test(above.value);
  return isDirective ? above.range[0] : node.range[0];
}

function isShebang({ text }: SourceCode, start: number): boolean {
  return start === 0 && text.startsWith('#!');
}

function isRequire(node: TSESTree.ProgramStatement): boolean {
  return (
    node.type === 'VariableDeclaration' && node.declarations.some(({ init }) => sourceOf(init) !== undefined)
  );
}

function sourceOf(init: TSESTree.Expression | null): string | undefined {
  if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier' || init.callee.name !== 'require')
    return undefined;
  const [argument] = init.arguments;
  return argument?.type === 'Literal' && typeof argument.value === 'string' ? argument.value : undefined;
}

function findImported({ ast }: SourceCode, module: string, imported: string): string | undefined {
  const isModule = (source: string | undefined): boolean =>
    source?.replace(/^node:/u, '') === module.replace(/^node:/u, '');
  for (const node of ast.body) {
    if (node.type === 'ImportDeclaration' && node.importKind !== 'type' && isModule(node.source.value)) {
      for (const specifier of node.specifiers) {
        if (specifier.type !== 'ImportSpecifier') return `${specifier.local.name}.${imported}`;
        const name =
          specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
        if (specifier.importKind !== 'type' && name === imported) return specifier.local.name;
      }
    }
    const declarator =
      node.type === 'VariableDeclaration'
        ? node.declarations.find(({ init }) => isModule(sourceOf(init)))
        : undefined;
    if (declarator?.id.type === 'Identifier') return `${declarator.id.name}.${imported}`;
    if (declarator?.id.type === 'ObjectPattern') {
      for (const property of declarator.id.properties) {
        const isNamed =
          property.type === 'Property' &&
          property.key.type === 'Identifier' &&
          property.key.name === imported;
        if (isNamed && property.value.type === 'Identifier') return property.value.name;
      }
    }
  }
  return undefined;
}
