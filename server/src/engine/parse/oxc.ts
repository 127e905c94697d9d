/**
 * A fast parser: oxc reads the text, and its tree is completed to the one that typescript-estree gives, with places
 * in lines, parents, comments and tokens. `test/server/oxc.test.ts` holds it to be the same. It is native code, so it
 * may be missing on a machine: whoever uses it has another.
 */
import { analyze, type ScopeManager } from '@typescript-eslint/scope-manager';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import type { TSESTree } from '@typescript-eslint/types';
import { Lines } from './lines.js';
import { Islands } from './islands.js';
import { tokenize } from './tokens.js';
import type { Comment, Token, TreeNode } from './tree.js';

type Oxc = typeof import('oxc-parser');

const oxc = await load();

async function load(): Promise<Oxc | undefined> {
  try {
    return await import('oxc-parser');
  } catch {
    // Not made for this machine.
    return undefined;
  }
}

/** False where there is no oxc for this machine. */
export const hasOxc = oxc !== undefined;

export interface OxcOptions {
  readonly sourceType: 'module' | 'script' | 'commonjs';
  readonly jsx: boolean;
  /** Asked every now and then: what it throws ends the parsing. */
  readonly checkCancelled?: () => void;
}

export interface Parsed {
  readonly ast: TSESTree.Program;
  readonly scopeManager: ScopeManager;
  readonly visitorKeys: typeof visitorKeys;
}

/** Undefined for what oxc cannot read, and where there is no oxc. */
export function parseWithOxc(
  text: string,
  { sourceType, jsx, checkCancelled = () => undefined }: OxcOptions,
): Parsed | undefined {
  if (!oxc) return undefined;
  const { program, comments, errors } = oxc.parseSync('source.ts', text, {
    lang: jsx ? 'tsx' : 'ts',
    sourceType,
    astType: 'ts',
    preserveParens: false,
  });
  checkCancelled();
  if (errors.length > 0 || !isTreeNode(program)) return undefined;
  const lines = new Lines(text);
  const islands = new Islands();
  const found: Comment[] = comments.map(({ type, value, start, end }) => ({
    type,
    value,
    range: [start, end],
    loc: lines.locate(start, end),
  }));
  complete(program, undefined, { lines, islands, checkCancelled });
  const tokens = tokenize(text, islands, found, lines, checkCancelled);
  const ast = finish(program, tokens, found);
  const keys = text.length > LONG ? keysWith(checkCancelled) : visitorKeys;
  const scopeManager = analyze(ast, scopeOptions(sourceType, keys));
  checkCancelled();
  return { ast, scopeManager, visitorKeys };
}

/** The scopes of so many characters take a few milliseconds: too short a time to be worth asking in between. */
const LONG = 60_000;

/** The scope analysis asks for the keys of every node that it goes into: there it can be stopped. */
function keysWith(checkCancelled: () => void): typeof visitorKeys {
  return new Proxy(visitorKeys, {
    get: (keys, type, receiver): unknown => {
      checkCancelled();
      return Reflect.get(keys, type, receiver);
    },
  });
}

function scopeOptions(
  sourceType: OxcOptions['sourceType'],
  childVisitorKeys: typeof visitorKeys,
): Parameters<typeof analyze>[1] {
  return sourceType === 'module'
    ? { sourceType, childVisitorKeys }
    : { sourceType: 'script', globalReturn: sourceType === 'commonjs', childVisitorKeys };
}

interface Completion {
  readonly lines: Lines;
  readonly islands: Islands;
  readonly checkCancelled: () => void;
}

/** Adds what oxc leaves out, to a node and all in it. */
function complete(node: TreeNode, parent: TreeNode | undefined, completion: Completion): void {
  const { start, end } = node;
  node.range = [start, end];
  node.parent = parent;
  node.loc = completion.lines.locate(start, end);
  completion.islands.add(node, parent);
  completion.checkCancelled();
  for (const key of visitorKeys[node.type] ?? []) {
    const child = node[key];
    if (Array.isArray(child)) {
      for (const each of child) if (isTreeNode(each)) complete(each, node, completion);
    } else if (isTreeNode(child)) {
      complete(child, node, completion);
    }
  }
}

function isTreeNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function finish(program: TreeNode, tokens: Token[], comments: Comment[]): TSESTree.Program {
  // From here on it is the tree that typescript-estree gives.
  return Object.assign(program, { tokens, comments }) as unknown as TSESTree.Program;
}
