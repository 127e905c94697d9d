/** Statements that decide what runs next: loops, `switch`, `try`, and jumps. */
import type { TSESTree } from '@typescript-eslint/utils';
import { rangeOf, type FunctionBuilder, type JumpTarget } from './builder.js';
import { lowerExpression } from './expressions.js';
import { assignTo } from './patterns.js';
import type { Arm, Block, Temp } from './program.js';
import { lowerStatement, lowerStatements } from './statements.js';

/** How many bodies a case that falls through is followed into. */
const MAX_FALL_THROUGH = 8;

export function isLoop(node: TSESTree.Statement): boolean {
  return /^(?:For|While|DoWhile)/u.test(node.type);
}

function withTarget(
  builder: FunctionBuilder,
  kind: JumpTarget['kind'],
  label: string | undefined,
  fill: (id: number) => void,
): void {
  const id = builder.module.nextTarget();
  builder.targets.push({ id, label, kind });
  try {
    fill(id);
  } finally {
    builder.targets.pop();
  }
}

export function lowerRegion(
  builder: FunctionBuilder,
  node: TSESTree.Node,
  kind: JumpTarget['kind'],
  label: string | undefined,
  fill: () => void,
): void {
  withTarget(builder, kind, label, (target) => {
    const body = builder.nested(fill);
    builder.effect({ op: 'region', target, body, at: rangeOf(node) });
  });
}

export function lowerJump(
  builder: FunctionBuilder,
  node: TSESTree.BreakStatement | TSESTree.ContinueStatement,
): void {
  const how = node.type === 'BreakStatement' ? 'break' : 'continue';
  const label = node.label?.name;
  const target = builder.targets.findLast((candidate) => {
    if (label !== undefined) return candidate.label === label;
    return how === 'continue' ? candidate.kind === 'loop' : candidate.kind !== 'label';
  });
  builder.effect({ op: 'exit', how, ...(target && { target: target.id }), at: rangeOf(node) });
}

/** One arm per case that has a body; a case that falls through continues with the next one's body. */
export function lowerSwitch(builder: FunctionBuilder, node: TSESTree.SwitchStatement): void {
  const test = lowerExpression(builder, node.discriminant);
  const bodies: { readonly body: Block; readonly value: Temp | undefined }[] = [];
  for (const each of node.cases) {
    const value = each.test ? lowerExpression(builder, each.test) : undefined;
    const body = builder.nested(() => {
      lowerStatements(builder, each.consequent);
    });
    bodies.push({ body, value });
  }
  const arms: Arm[] = [];
  let cases: (Temp | undefined)[] = [];
  bodies.forEach(({ body, value }, index) => {
    cases.push(value);
    if (body.length === 0) return;
    const run = [...body];
    for (const { body: next } of bodies.slice(index + 1, index + 1 + MAX_FALL_THROUGH)) {
      if (run.at(-1)?.op === 'exit') break;
      run.push(...next);
    }
    arms.push({ body: run, cases });
    cases = [];
  });
  // Those that end in nothing, and what no case stands for.
  if (!bodies.some(({ value }) => value === undefined)) cases.push(undefined);
  if (cases.length > 0) arms.push({ body: [], cases });
  builder.value({ op: 'branch', on: 'switch', test, arms, at: rangeOf(node) });
}

export function lowerTry(builder: FunctionBuilder, node: TSESTree.TryStatement): void {
  const { handler, finalizer } = node;
  const body = builder.nested(() => {
    lowerStatement(builder, node.block);
  });
  const caught =
    handler &&
    builder.nested(() => {
      if (handler.param)
        assignTo(builder, handler.param, builder.compute('caught', [], rangeOf(handler)), true);
      lowerStatement(builder, handler.body);
    });
  const last =
    finalizer &&
    builder.nested(() => {
      lowerStatement(builder, finalizer);
    });
  builder.effect({
    op: 'try',
    body,
    ...(caught && { handler: caught }),
    ...(last && { finalizer: last }),
    at: rangeOf(node),
  });
}

type LoopNode =
  | TSESTree.ForStatement
  | TSESTree.WhileStatement
  | TSESTree.DoWhileStatement
  | TSESTree.ForOfStatement
  | TSESTree.ForInStatement;

export function lowerLoop(builder: FunctionBuilder, node: LoopNode, label: string | undefined): void {
  const at = rangeOf(node);
  if (node.type === 'ForStatement' && node.init) {
    if (node.init.type === 'VariableDeclaration') lowerStatement(builder, node.init);
    else lowerExpression(builder, node.init);
  }
  const iterable =
    node.type === 'ForOfStatement' || node.type === 'ForInStatement'
      ? lowerExpression(builder, node.right)
      : undefined;
  withTarget(builder, 'loop', label, (target) => {
    let test: Temp | undefined;
    const header = builder.nested(() => {
      if (iterable !== undefined) lowerStep(builder, node, iterable);
      else if ('test' in node && node.test) test = lowerExpression(builder, node.test);
    });
    const body = builder.nested(() => {
      lowerStatement(builder, node.body);
    });
    const update = builder.nested(() => {
      if (node.type === 'ForStatement' && node.update) lowerExpression(builder, node.update);
    });
    const bodyFirst = node.type === 'DoWhileStatement';
    builder.effect({
      op: 'loop',
      target,
      header,
      ...(test !== undefined && { test }),
      body,
      update,
      bodyFirst,
      at,
    });
  });
}

/** Binds the loop variable of `for … of` and `for … in` to the next element. */
function lowerStep(builder: FunctionBuilder, node: LoopNode, iterable: Temp): void {
  if (node.type !== 'ForOfStatement' && node.type !== 'ForInStatement') return;
  const at = rangeOf(node.left);
  let value = builder.compute(node.type === 'ForOfStatement' ? 'element' : 'key', [iterable], at);
  if (node.type === 'ForOfStatement' && node.await)
    value = builder.value({ op: 'suspend', reason: 'for-await', from: value, at });
  if (node.left.type === 'VariableDeclaration') {
    const target = node.left.declarations[0]?.id;
    if (target) assignTo(builder, target, value, true);
  } else {
    assignTo(builder, node.left, value, false);
  }
}
