/** Source text to ESLint's `SourceCode`. */
import * as typescript from '@typescript-eslint/parser';
import { SourceCode, type AST, type Linter, type Scope } from 'eslint';
import type { Source } from './source.js';

/** Undefined for what cannot be parsed: whoever speaks of syntax errors is another. */
export function parse(source: Source, languageOptions: Linter.LanguageOptions): SourceCode | undefined {
  try {
    return parseWith(parserFor(languageOptions), source, languageOptions);
  } catch {
    return undefined;
  }
}

/** A parser of the workspace's own reads what ours does not, e.g. the script blocks of a framework. */
function parserFor({ parser }: Linter.LanguageOptions): Linter.Parser {
  const isStandard = !parser || /^(?:espree|typescript-eslint\/parser)(?:@|$)/u.test(nameOf(parser));
  return isStandard ? ownParser : parser;
}

function nameOf(parser: Linter.Parser): string {
  return parser.meta?.name ?? ('name' in parser && typeof parser.name === 'string' ? parser.name : '');
}

const ownParser: Linter.Parser = {
  parseForESLint: (text: string, options?: typescript.ParserOptions) =>
    typescript.parseForESLint(text, options) as ReturnType<
      NonNullable<Extract<Linter.Parser, { parseForESLint: unknown }>['parseForESLint']>
    >,
};

function parseWith(
  parser: Linter.Parser,
  { text, filename }: Source,
  { sourceType, ecmaVersion = 'latest', parserOptions }: Linter.LanguageOptions,
): SourceCode {
  const isOwn = parser === ownParser;
  const options = {
    ...(!isOwn && parserOptions),
    ecmaFeatures: { jsx: !/\.[mc]?ts$/u.test(filename) },
    sourceType: sourceType ?? (filename.endsWith('.cjs') ? 'commonjs' : 'module'),
    ecmaVersion,
    filePath: filename,
    loc: true,
    range: true,
    raw: true,
    tokens: true,
    comment: true,
    eslintVisitorKeys: true,
    eslintScopeManager: true,
    warnOnUnsupportedTypeScriptVersion: false,
  };
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (!('parseForESLint' in parser)) {
    const ast = parser.parse(plain, options);
    if (!isProgram(ast)) throw new TypeError('The parser gave no program');
    return new SourceCode(text, ast);
  }
  const { ast, services, scopeManager, visitorKeys } = parser.parseForESLint(plain, options);
  if (!isProgram(ast)) throw new TypeError('The parser gave no program');
  return new SourceCode({
    text,
    ast,
    parserServices: services ?? {},
    // Parsers for ESLint give ESLint's scope managers, which their own types do not say.
    scopeManager: (scopeManager ?? null) as Scope.ScopeManager | null,
    visitorKeys: visitorKeys ?? null,
  });
}

function isProgram(ast: unknown): ast is AST.Program {
  return typeof ast === 'object' && ast !== null && 'type' in ast && ast.type === 'Program';
}
