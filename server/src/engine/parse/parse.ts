/** Source text to ESLint's `SourceCode`. */
import * as typescript from '@typescript-eslint/parser';
import { SourceCode, type AST, type Linter, type Scope } from 'eslint';
import type { Source } from '../source.js';
import { parseWithOxc } from './oxc.js';

/** Undefined for what cannot be parsed: whoever speaks of syntax errors is another. */
export function parse(source: Source, languageOptions: Linter.LanguageOptions): SourceCode | undefined {
  try {
    const { parser } = languageOptions;
    return isStandard(parser)
      ? parseOurselves(source, languageOptions)
      : parseWith(parser, source, languageOptions);
  } catch {
    return undefined;
  }
}

/** A parser of the workspace's own reads what ours does not, e.g. the script blocks of a framework. */
function isStandard(parser: Linter.Parser | undefined): parser is undefined {
  return !parser || /^(?:espree|typescript-eslint\/parser)(?:@|$)/u.test(nameOf(parser));
}

function nameOf(parser: Linter.Parser): string {
  return parser.meta?.name ?? ('name' in parser && typeof parser.name === 'string' ? parser.name : '');
}

function parseOurselves(
  { text, filename }: Source,
  { sourceType: asked }: Linter.LanguageOptions,
): SourceCode {
  const sourceType = asked ?? (filename.endsWith('.cjs') ? 'commonjs' : 'module');
  const jsx = !/\.[mc]?ts$/u.test(filename);
  const plain = withoutMarks(text);
  const { ast, scopeManager, visitorKeys } =
    parseWithOxc(plain, { sourceType, jsx }) ??
    typescript.parseForESLint(plain, {
      ...FULL,
      sourceType,
      filePath: filename,
      ecmaFeatures: { jsx, globalReturn: sourceType === 'commonjs' },
      warnOnUnsupportedTypeScriptVersion: false,
    });
  return makeSourceCode(text, ast, scopeManager, visitorKeys);
}

/** What ESLint asks of every parser. */
const FULL = { loc: true, range: true, tokens: true, comment: true };

function parseWith(
  parser: Linter.Parser,
  { text, filename }: Source,
  { sourceType = 'module', ecmaVersion = 'latest', parserOptions }: Linter.LanguageOptions,
): SourceCode {
  const options = {
    ...FULL,
    ...parserOptions,
    raw: true,
    eslintVisitorKeys: true,
    eslintScopeManager: true,
    sourceType,
    ecmaVersion,
    filePath: filename,
  };
  const plain = withoutMarks(text);
  if (!('parseForESLint' in parser)) return makeSourceCode(text, parser.parse(plain, options));
  const { ast, services, scopeManager, visitorKeys } = parser.parseForESLint(plain, options);
  return makeSourceCode(text, ast, scopeManager, visitorKeys, services);
}

/** ESLint, too, hands parsers no byte order mark, and the line that names an interpreter as a comment. */
function withoutMarks(text: string): string {
  return text.replace(/^\uFEFF/u, '').replace(/^#!(?=[^\r\n])/u, '//');
}

function makeSourceCode(
  text: string,
  ast: unknown,
  scopeManager?: unknown,
  visitorKeys?: unknown,
  parserServices: Record<string, unknown> = {},
): SourceCode {
  if (!isProgram(ast)) throw new TypeError('The parser gave no program');
  return new SourceCode({
    text,
    ast,
    parserServices,
    // Parsers for ESLint give ESLint's scope managers and keys, which their own types do not say.
    scopeManager: (scopeManager ?? null) as Scope.ScopeManager | null,
    visitorKeys: (visitorKeys ?? null) as SourceCode.VisitorKeys | null,
  });
}

function isProgram(ast: unknown): ast is AST.Program {
  return typeof ast === 'object' && ast !== null && 'type' in ast && ast.type === 'Program';
}
