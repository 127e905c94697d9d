/** The way a file is written, so that what is added reads as if its author had written it. */
import { extname } from 'node:path';
import { walk, type SourceCode } from './nodes.js';

export interface Style {
  readonly quote: "'" | '"';
  readonly semicolons: boolean;
  /** One step of indentation. */
  readonly indent: string;
  readonly newline: '\n' | '\r\n';
  readonly typescript: boolean;
  readonly modules: 'esm' | 'commonjs';
}

const known = new WeakMap<SourceCode, Style>();

export function styleOf(sourceCode: SourceCode): Style {
  let style = known.get(sourceCode);
  if (!style) {
    style = detect(sourceCode);
    known.set(sourceCode, style);
  }
  return style;
}

/** Writes code that is given with two spaces, single quotes and semicolons in the style of a file. */
export function styled(code: string, { quote, semicolons, indent, newline }: Style): string {
  return code
    .split('\n')
    .map((line) => {
      const [spaces = ''] = /^ */u.exec(line) ?? [];
      const rest = line.slice(spaces.length);
      const quoted =
        quote === "'" || rest.startsWith('//') || rest.startsWith('/*')
          ? rest
          : rest.replace(/'([^'"\\]*)'/gu, '"$1"');
      return indent.repeat(spaces.length / 2) + (semicolons ? quoted : quoted.replace(/;$/u, ''));
    })
    .join(newline);
}

function detect(sourceCode: SourceCode): Style {
  const { text, ast } = sourceCode;
  let quotes = 0;
  let ended = 0;
  let nodes = 0;
  walk(sourceCode, ast, (node) => {
    if (node.type.startsWith('TS')) nodes++;
    if (node.type === 'Literal' && typeof node.value === 'string')
      quotes += node.raw.startsWith('"') ? 1 : -1;
    if (ENDED.has(node.type) && sourceCode.getLastToken(node))
      ended += sourceCode.getLastToken(node)?.value === ';' ? 1 : -1;
    return true;
  });
  return {
    quote: quotes > 0 ? '"' : "'",
    semicolons: ended >= 0,
    indent: indentOf(sourceCode),
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    typescript: nodes > 0 || isTypeScriptFile(sourceCode),
    modules: modulesOf(sourceCode),
  };
}

/** Statements that end in a semicolon, where the author writes them. */
const ENDED: ReadonlySet<string> = new Set([
  'ExpressionStatement',
  'ReturnStatement',
  'ThrowStatement',
  'ImportDeclaration',
]);

/** The smallest indentation of a line that opens with code. */
function indentOf(sourceCode: SourceCode): string {
  const counts = new Map<string, number>();
  const own = (line: number): string => /^[ \t]*/u.exec(sourceCode.lines[line - 1] ?? '')?.[0] ?? '';
  walk(sourceCode, sourceCode.ast, (node) => {
    if (node.type === 'BlockStatement') {
      const [first] = node.body;
      const outer = own(node.loc.start.line);
      const inner = first && first.loc.start.line > node.loc.start.line ? own(first.loc.start.line) : outer;
      const step = inner.startsWith(outer) ? inner.slice(outer.length) : '';
      if (step !== '') counts.set(step, (counts.get(step) ?? 0) + 1);
    }
    return true;
  });
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? '  ';
}

/** The parser of TypeScript keeps the name of the file; a file may hold no syntax that gives its language away. */
function isTypeScriptFile({ parserServices, ast }: SourceCode): boolean {
  const file = parserServices?.esTreeNodeToTSNodeMap?.get(ast);
  return file !== undefined && /^\.[cm]?tsx?$/u.test(extname(file.fileName));
}

function modulesOf({ ast, text }: SourceCode): Style['modules'] {
  if (ast.body.some((node) => /^(?:Import|Export)/u.test(node.type))) return 'esm';
  if (/\brequire\(|\bmodule\.exports\b/u.test(text)) return 'commonjs';
  return ast.sourceType === 'module' ? 'esm' : 'commonjs';
}
