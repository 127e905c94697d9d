/** Source text to ESLint's `SourceCode`. */
import { createRequire } from 'node:module';
import { AnalysisCancelled } from 'eslint-plugin-interleave';
import { SourceCode, type AST, type Linter, type Scope } from 'eslint';
import type { Source } from '../source.js';
import { hasOxc, parseWithOxc } from './oxc.js';
import { WholeProgram } from './whole-program.js';

/**
 * Undefined for what cannot be parsed: whoever speaks of syntax errors is another.
 * Throws `AnalysisCancelled` soon after `isCancelled` gives true.
 */
export function parse(
  source: Source,
  languageOptions: Linter.LanguageOptions,
  isCancelled: () => boolean,
): SourceCode | undefined {
  try {
    const { parser } = languageOptions;
    return isStandard(parser)
      ? parseOurselves(source, languageOptions, isCancelled)
      : parseWith(parser, source, languageOptions);
  } catch (error) {
    if (error instanceof AnalysisCancelled) throw error;
    return undefined;
  }
}

/** A parser of the workspace's own reads what ours does not, e.g. the script blocks of a framework. */
function isStandard(parser: Linter.Parser | undefined): parser is undefined {
  return !parser || /^(?:espree|typescript-eslint\/parser)(?:@|$)/u.test(nameOf(parser));
}

/** Espree names itself, others do so in their `meta`. */
function nameOf(parser: object): string {
  const { name }: { name?: unknown } = 'meta' in parser && parser.meta ? parser.meta : parser;
  return typeof name === 'string' ? name : '';
}

function parseOurselves(
  { text, filename }: Source,
  { sourceType }: Linter.LanguageOptions,
  isCancelled: () => boolean,
): SourceCode {
  const { ast, scopeManager, visitorKeys } = parseText(withoutMarks(text), filename, sourceType, isCancelled);
  // typescript-estree leaves it to ESLint's walk to set parents.
  const Kind = hasOxc ? WholeProgram : SourceCode;
  return new Kind(partsOf(text, ast, scopeManager, visitorKeys));
}

/** Reads what a checked file imports. */
export const moduleParser = {
  parseForESLint: (text: string, { filePath }: { readonly filePath?: string }) =>
    parseText(withoutMarks(text), filePath ?? ''),
};

function parseText(
  text: string,
  filename: string,
  asked?: Linter.LanguageOptions['sourceType'],
  isCancelled: () => boolean = () => false,
) {
  const checkCancelled = (): void => {
    if (isCancelled()) throw new AnalysisCancelled();
  };
  const sourceType = asked ?? (filename.endsWith('.cjs') ? 'commonjs' : 'module');
  const jsx = !/\.[mc]?ts$/u.test(filename);
  if (hasOxc) {
    // Half-typed text is no reason to load another parser; JavaScript may be CommonJS under any name.
    const parsed =
      parseWithOxc(text, { sourceType, jsx, checkCancelled }) ??
      parseWithOxc(text, { sourceType: 'commonjs', jsx, checkCancelled });
    if (!parsed) throw new SyntaxError(`${filename} does not parse`);
    return parsed;
  }
  return loadTypescript().parseForESLint(text, {
    ...FULL,
    sourceType,
    filePath: filename,
    ecmaFeatures: { jsx, globalReturn: sourceType === 'commonjs' },
    warnOnUnsupportedTypeScriptVersion: false,
  });
}

type Typescript = typeof import('@typescript-eslint/parser');

let typescript: Typescript | undefined;

/** With TypeScript itself behind it, it is most of what there is to load: only where there is no oxc. */
function loadTypescript(): Typescript {
  return (typescript ??= createRequire(import.meta.url)('@typescript-eslint/parser') as Typescript);
}

/** What ESLint asks of every parser. */
const FULL = { loc: true, range: true, tokens: true, comment: true };

function parseWith(
  parser: Linter.Parser,
  { text, filename }: Source,
  { sourceType = 'module', ecmaVersion = 'latest', parserOptions }: Linter.LanguageOptions,
): SourceCode {
  const options: object = {
    ...FULL,
    ...(parserOptions as object | undefined),
    raw: true,
    eslintVisitorKeys: true,
    eslintScopeManager: true,
    sourceType,
    ecmaVersion,
    filePath: filename,
  };
  const plain = withoutMarks(text);
  if (!('parseForESLint' in parser)) return new SourceCode(partsOf(text, parser.parse(plain, options)));
  const result = parser.parseForESLint(plain, options);
  return new SourceCode(partsOf(text, result.ast, result.scopeManager, result.visitorKeys, result.services));
}

/** ESLint, too, hands parsers no byte order mark, and the line that names an interpreter as a comment. */
function withoutMarks(text: string): string {
  return text.replace(/^\uFEFF/u, '').replace(/^#!(?=[^\r\n])/u, '//');
}

function partsOf(
  text: string,
  ast: unknown,
  scopeManager?: unknown,
  visitorKeys?: unknown,
  services?: unknown,
): SourceCode.Config {
  if (!isProgram(ast)) throw new TypeError('The parser gave no program');
  return {
    text,
    ast,
    parserServices: typeof services === 'object' && services !== null ? { ...services } : {},
    // Parsers for ESLint give ESLint's scope managers and keys, which their own types do not say.
    scopeManager: (scopeManager ?? null) as Scope.ScopeManager | null,
    visitorKeys: (visitorKeys ?? null) as SourceCode.VisitorKeys | null,
  };
}

function isProgram(ast: unknown): ast is AST.Program {
  return typeof ast === 'object' && ast !== null && 'type' in ast && ast.type === 'Program';
}
