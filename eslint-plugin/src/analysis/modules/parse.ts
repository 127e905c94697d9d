/** Parses a linked module, and moves its ranges to a base of its own. */
import { createRequire } from 'node:module';
import type { TSESTree } from '@typescript-eslint/utils';
import { visitorKeys as standardKeys } from '@typescript-eslint/visitor-keys';
import { analyze } from 'eslint-scope';
import { FIRST_BASE, type LinkedSource } from '../lower/lower-module.js';
import type { ModuleParser } from '../options.js';
import type { ModuleText } from './texts.js';

type VisitorKeys = LinkedSource['visitorKeys'];

const parsed = new WeakMap<ModuleText, LinkedSource | undefined>();
let nextBase = FIRST_BASE;

/** The module as the lowering takes it; undefined where it does not parse. Kept as long as its text. */
export function parseModule(module: ModuleText, parser: ModuleParser | undefined): LinkedSource | undefined {
  if (!parsed.has(module)) parsed.set(module, parse(module, parser ?? defaultParser()));
  return parsed.get(module);
}

/** The plugin's own parser, loaded only where a tool brings none. */
function defaultParser(): ModuleParser {
  return createRequire(import.meta.url)('@typescript-eslint/parser') as ModuleParser;
}

function parse({ path, text }: ModuleText, parser: ModuleParser): LinkedSource | undefined {
  const options = {
    filePath: path,
    range: true,
    loc: true,
    comment: true,
    tokens: false,
    sourceType: 'module',
    ecmaFeatures: { jsx: !/\.[cm]?ts$/u.test(path) },
  };
  try {
    const result = parser.parseForESLint
      ? parser.parseForESLint(text, options)
      : { ast: parser.parse?.(text, { ...options, ecmaVersion: 'latest' }) };
    const ast = result.ast as TSESTree.Program | undefined;
    if (!ast) return undefined;
    const visitorKeys = (result.visitorKeys ?? standardKeys) as VisitorKeys;
    const base = nextBase;
    nextBase += text.length + 1;
    const scopeManager = (result.scopeManager ?? scopesOf(ast, visitorKeys)) as LinkedSource['scopeManager'];
    move(ast, base, visitorKeys);
    const comments = ast.comments ?? [];
    for (const comment of comments) comment.range = moved(comment.range, base);
    return {
      path,
      base,
      ast: ast as LinkedSource['ast'],
      text,
      scopeManager,
      visitorKeys,
      getCommentsBefore: (node) => {
        const before = comments.filter(({ range }) => range[1] <= node.range[0]);
        const last = before.at(-1);
        const between = last && text.slice(last.range[1] - base, node.range[0] - base);
        return between?.trim() === '' ? before.slice(-1) : [];
      },
    };
  } catch {
    // What does not parse is reported where it is checked itself.
    return undefined;
  }
}

/** Scopes as ESLint finds them for parsers that find none. */
function scopesOf(ast: TSESTree.Program, childVisitorKeys: VisitorKeys): unknown {
  return analyze(ast as never, {
    ecmaVersion: 2026,
    sourceType: 'module',
    ignoreEval: true,
    childVisitorKeys,
    fallback: 'iteration',
  });
}

function moved([start, end]: TSESTree.Range, base: number): TSESTree.Range {
  return [start + base, end + base];
}

/** Moves every node, and gives each its parent, without recursion: nesting may be deep. */
function move(root: TSESTree.Program, base: number, visitorKeys: VisitorKeys): void {
  const queue: TSESTree.Node[] = [root];
  for (let node = queue.pop(); node; node = queue.pop()) {
    node.range = moved(node.range, base);
    const fields: Readonly<Record<string, unknown>> = { ...node };
    for (const key of visitorKeys[node.type] ?? []) {
      const child = fields[key];
      for (const each of Array.isArray(child) ? child : [child]) {
        if (!isNode(each)) continue;
        Object.defineProperty(each, 'parent', { value: node, writable: true, configurable: true });
        queue.push(each);
      }
    }
  }
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'range' in value;
}
