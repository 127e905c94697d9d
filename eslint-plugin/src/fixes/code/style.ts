/** The way a file is written, so that what is added reads as if its author had written it. */
import { extname } from 'node:path';
import type { TSESTree } from '@typescript-eslint/utils';
import { visitAll, type SourceCode } from './nodes.js';

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
  const { text } = sourceCode;
  const seen = look(sourceCode);
  return {
    quote: seen.quotes > 0 ? '"' : "'",
    semicolons: seen.ended >= 0,
    indent: seen.indent,
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    typescript: seen.hasTypes || isTypeScriptFile(sourceCode),
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

/** After so many statements, blocks and strings, more of them tell nothing new. */
const ENOUGH = 400;

/** One look at what shows the style; the differences are of those for it and those against it. */
function look(sourceCode: SourceCode) {
  const { text, ast } = sourceCode;
  const steps = new Map<string, number>();
  let quotes = 0;
  let ended = 0;
  let hasTypes = false;
  let count = 0;
  const isDone = (): boolean => hasTypes && count >= ENOUGH;
  visitAll(sourceCode, ast, (node) => {
    if (node.type.startsWith('TS')) hasTypes = true;
    if (count >= ENOUGH) return !isDone();
    if (node.type === 'Literal' && typeof node.value === 'string') {
      quotes += node.raw.startsWith('"') ? 1 : -1;
      count++;
    } else if (ENDED.has(node.type)) {
      ended += text[node.range[1] - 1] === ';' ? 1 : -1;
      count++;
    } else if (node.type === 'BlockStatement') {
      const step = stepInto(node, sourceCode);
      if (step !== '') steps.set(step, (steps.get(step) ?? 0) + 1);
      count++;
    }
    return true;
  });
  const [most] = [...steps].sort((a, b) => b[1] - a[1]);
  return { quotes, ended, hasTypes, indent: most?.[0] ?? '  ' };
}

/** By how much more than its block the first statement is indented. */
function stepInto({ loc, body: [first] }: TSESTree.BlockStatement, { lines }: SourceCode): string {
  const own = (line: number): string => /^[ \t]*/u.exec(lines[line - 1] ?? '')?.[0] ?? '';
  const outer = own(loc.start.line);
  const inner = first && first.loc.start.line > loc.start.line ? own(first.loc.start.line) : outer;
  return inner.startsWith(outer) ? inner.slice(outer.length) : '';
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
