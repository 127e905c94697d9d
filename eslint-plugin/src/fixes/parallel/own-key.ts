/** Puts the index of the task into the key or path that all of them write, where nothing else in the file names it. */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  ancestorsOf,
  findCall,
  isFunction,
  memberName,
  type FunctionNode,
  type SourceCode,
} from '../code/nodes.js';
import { freshName } from '../code/scopes.js';
import type { RewriteOf, TextEdit } from '../rewrite.js';

/** Methods whose first argument is what they write. */
const WRITES = /^(?:set|setex|put|writeFile|outputFile|writeJson|outputJson)$/iu;

export const rewriteToOwnKey: RewriteOf<'conflicting-parallel-writes'> = (race, sourceCode) => {
  if (race.together !== 'each' || race.conflict !== 'overwrite' || race.second.via) return undefined;
  if (!WRITES.test(race.second.method)) return undefined;
  const run = findCall(sourceCode, race.group);
  const write = findCall(sourceCode, race.second.range);
  const [key] = write?.arguments ?? [];
  const callback = run?.arguments[0];
  if (!run || !key || !callback || !isFunction(callback) || !isEach(run)) return undefined;
  const task = [...ancestorsOf(key)].find(isFunction);
  if (task !== callback || isNamedElsewhere(sourceCode, key)) return undefined;
  const index = indexOf(sourceCode, callback);
  const edit = index && keyed(sourceCode, key, index.name, race.second.resource.scope === 'host');
  if (!edit) return undefined;
  const word = race.second.resource.scope === 'host' ? 'path' : 'key';
  return { title: `Give each task a ${word} of its own`, edits: [...index.edits, edit] };
};

function isEach({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === 'MemberExpression' && /^(?:map|forEach|flatMap)$/u.test(memberName(callee) ?? '');
}

interface Index {
  readonly name: string;
  readonly edits: readonly TextEdit[];
}

/** The second parameter of the callback, added where there is none. */
function indexOf(sourceCode: SourceCode, callback: FunctionNode): Index | undefined {
  const [element, given, ...others] = callback.params;
  if (given) return given.type === 'Identifier' ? { name: given.name, edits: [] } : undefined;
  if (others.length > 0 || element?.type === 'RestElement') return undefined;
  const name = freshName(sourceCode, 'index', callback);
  if (!element) {
    const open = sourceCode.getFirstToken(callback, (token) => token.value === '(');
    if (!open) return undefined;
    const at = open.range[1];
    return { name, edits: [{ range: { start: at, end: at }, text: `_, ${name}` }] };
  }
  const before = sourceCode.getTokenBefore(element);
  const [start, end] = element.range;
  if (before?.value !== '(' || before.range[0] < callback.range[0]) {
    const text = `(${sourceCode.getText(element)}, ${name})`;
    return { name, edits: [{ range: { start, end }, text }] };
  }
  return { name, edits: [{ range: { start: end, end }, text: `, ${name}` }] };
}

function keyed(
  sourceCode: SourceCode,
  key: TSESTree.Node,
  index: string,
  isPath: boolean,
): TextEdit | undefined {
  const [start, end] = key.range;
  if (key.type === 'Literal' && typeof key.value === 'string') {
    if (/[`$\\]/u.test(key.value)) return undefined;
    return { range: { start, end }, text: `\`${withIndex(key.value, index, isPath)}\`` };
  }
  if (key.type !== 'TemplateLiteral') return undefined;
  const text = sourceCode.getText(key).slice(1, -1);
  const last = key.quasis.at(-1)?.value.raw ?? '';
  const head = text.slice(0, text.length - last.length);
  return { range: { start, end }, text: `\`${head}${withIndex(last, index, isPath)}\`` };
}

/** `report.md` as `report-${index}.md`, `job:result` as `job:result:${index}`. */
function withIndex(text: string, index: string, isPath: boolean): string {
  if (!isPath) return `${text}:\${${index}}`;
  const extension = /\.[A-Za-z0-9]+$/u.exec(text)?.[0] ?? '';
  return `${text.slice(0, text.length - extension.length)}-\${${index}}${extension}`;
}

/** Who reads it, or writes it, under its old name would miss the new ones. */
function isNamedElsewhere(sourceCode: SourceCode, key: TSESTree.Node): boolean {
  const texts =
    key.type === 'TemplateLiteral'
      ? key.quasis.map(({ value }) => value.raw)
      : [sourceCode.getText(key).slice(1, -1)];
  const longest = texts.reduce((best, each) => (each.length > best.length ? each : best), '');
  if (longest.length < 3) return true;
  return sourceCode.text.split(longest).length > 2;
}
