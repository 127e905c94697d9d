import ts from 'typescript';
import type { SourceText } from './fixtures.js';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  types: ['node'],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  // What a rewrite no longer needs must go with it.
  noUnusedLocals: true,
  noUnusedParameters: true,
  skipLibCheck: true,
  noEmit: true,
  allowJs: true,
  checkJs: true,
};

/** Tells what the compiler says about a text that it does not say about the text at `baseline`. */
export type FindTypeErrors = (path: string, baseline?: string) => readonly string[];

/**
 * Compiles all texts in one program against the real types of the libraries. The texts need not be
 * on disk; each is resolved from its own path.
 */
export function createTypeCheck(sources: readonly SourceText[]): FindTypeErrors {
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  const host = ts.createCompilerHost(OPTIONS);
  const program = ts.createProgram([...texts.keys()], OPTIONS, {
    ...host,
    fileExists: (path) => texts.has(path) || host.fileExists(path),
    readFile: (path) => texts.get(path) ?? host.readFile(path),
    getSourceFile(path, language, ...rest) {
      const text = texts.get(path);
      return text === undefined
        ? host.getSourceFile(path, language, ...rest)
        : ts.createSourceFile(path, text, language);
    },
  });
  const check = (path: string): readonly ts.Diagnostic[] => {
    const file = program.getSourceFile(path);
    if (file === undefined) throw new Error(`${path} is not among the checked texts`);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].filter(
      (diagnostic) => !(isJavaScript(path) && isImplicitAny(diagnostic)),
    );
  };
  return (path, baseline) => {
    const known = new Set(baseline === undefined ? [] : check(baseline).map(toMessage));
    return check(path)
      .filter((diagnostic) => !known.has(toMessage(diagnostic)))
      .map((diagnostic) => `${findLine(diagnostic)}: ${toMessage(diagnostic)}`);
  };
}

/** JavaScript is compiled only to compare: the types of some libraries do not fit `require`. */
export function isJavaScript(path: string): boolean {
  return /\.[cm]?js$/.test(path);
}

/** JavaScript has no annotations, so its parameters are `any` by nature. */
function isImplicitAny({ code }: ts.Diagnostic): boolean {
  return code >= 7005 && code <= 7053;
}

function toMessage({ messageText }: ts.Diagnostic): string {
  return ts.flattenDiagnosticMessageText(messageText, '\n');
}

function findLine({ file, start }: ts.Diagnostic): string {
  return file === undefined || start === undefined
    ? '?'
    : String(file.getLineAndCharacterOfPosition(start).line + 1);
}
