/** Where an act stands to the check that decides about it. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { RaceOf } from '../../analysis/race.js';
import {
  ancestorsOf,
  findCall,
  isBlock,
  isFunction,
  isWithin,
  some,
  type Block,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import { alwaysExits, statementsIn } from '../code/region.js';
import { usesOf } from '../code/scopes.js';

/** An act that is a statement by itself, of which nobody looks at what it gives. */
interface ActStatement {
  readonly statement: TSESTree.ExpressionStatement;
  readonly call: TSESTree.CallExpression;
  readonly isAwaited: boolean;
}

export type Setting = ActStatement &
  (
    | {
        /** `if (taken) return false; … act();`: what happens where it is taken. */
        readonly kind: 'behind';
        readonly other: TSESTree.Statement;
        readonly decision: TSESTree.IfStatement;
      }
    | {
        /** `if (!taken) { act(); … }`, and nothing else where it is taken. */
        readonly kind: 'inside';
        readonly decision: TSESTree.IfStatement;
        /** What follows the act because of it. */
        readonly rest: readonly TSESTree.Statement[];
        readonly isFirst: boolean;
      }
    /** `try { await access(path) } catch { act() }`. */
    | { readonly kind: 'handler' }
  );

/** Undefined where the act could not be turned into one that says whether it was the first. */
export function settingOf(sourceCode: SourceCode, race: RaceOf<'check-then-act'>): Setting | undefined {
  const call = race.write.via ? undefined : findCall(sourceCode, race.write.range);
  const act = call && actStatement(call);
  if (!act || !race.decision) return undefined;
  const decision = statementAt(act.statement, race.decision);
  if (decision?.type === 'IfStatement')
    return behind(sourceCode, race, act, decision) ?? inside(act, decision);
  return decision?.type === 'TryStatement' ? inHandler(sourceCode, act, decision) : undefined;
}

function actStatement(call: TSESTree.CallExpression): ActStatement | undefined {
  const { parent } = call;
  const isAwaited = parent.type === 'AwaitExpression';
  const statement = isAwaited ? parent.parent : parent;
  return statement.type === 'ExpressionStatement' ? { statement, call, isAwaited } : undefined;
}

/** The statement at a range, around or before another one. */
function statementAt(statement: Node, { start, end }: { start: number; end: number }): Node | undefined {
  const isThere = (node: Node): boolean => node.range[0] === start && node.range[1] === end;
  for (const ancestor of ancestorsOf(statement)) {
    if (isThere(ancestor)) return ancestor;
    if (isBlock(ancestor)) {
      const found = ancestor.body.find(isThere);
      if (found) return found;
    }
    if (isFunction(ancestor)) return undefined;
  }
  return undefined;
}

function behind(
  sourceCode: SourceCode,
  race: RaceOf<'check-then-act'>,
  act: ActStatement,
  decision: TSESTree.IfStatement,
): Setting | undefined {
  const block = act.statement.parent;
  if (!isBlock(block) || decision.parent !== block || decision.alternate) return undefined;
  const first = block.body.indexOf(decision);
  const last = block.body.indexOf(act.statement);
  if (first >= last || !alwaysExits(decision.consequent)) return undefined;
  const between = statementsIn({ block, first: first + 1, last: last - 1 });
  // What is done between check and act would be done twice still.
  if (between.some((each) => hasEffect(sourceCode, each))) return undefined;
  if (usesWhatWasFound(sourceCode, race, block, decision.consequent)) return undefined;
  return { ...act, kind: 'behind', other: decision.consequent, decision };
}

function hasEffect(sourceCode: SourceCode, statement: Node): boolean {
  if (statement.type !== 'VariableDeclaration' && !/^(?:TS|Function|Class)/u.test(statement.type))
    return true;
  return some(sourceCode, statement, ({ type }) => type === 'AwaitExpression' || type === 'YieldExpression');
}

/** `if (holder) throw new Error(holder)`: who comes second by a hair has no holder to name. */
function usesWhatWasFound(
  sourceCode: SourceCode,
  race: RaceOf<'check-then-act'>,
  block: Block,
  other: Node,
): boolean {
  const at = (race.read.via ?? race.read.range).start;
  const statement = block.body.find(({ range: [start, end] }) => start <= at && at < end);
  const declared =
    statement?.type === 'VariableDeclaration' ? sourceCode.getDeclaredVariables(statement) : [];
  return declared.some((variable) => usesOf(variable).some(({ identifier }) => isWithin(identifier, other)));
}

function inside(act: ActStatement, decision: TSESTree.IfStatement): Setting | undefined {
  const { consequent, alternate } = decision;
  if (alternate) return undefined;
  if (consequent === act.statement) return { ...act, kind: 'inside', decision, rest: [], isFirst: true };
  if (consequent.type !== 'BlockStatement' || act.statement.parent !== consequent) return undefined;
  const index = consequent.body.indexOf(act.statement);
  return {
    ...act,
    kind: 'inside',
    decision,
    rest: consequent.body.slice(index + 1),
    isFirst: index === 0,
  };
}

/** Only the check is tried: where it is there, nothing else happens. */
function inHandler(
  sourceCode: SourceCode,
  act: ActStatement,
  { block, handler, finalizer }: TSESTree.TryStatement,
): Setting | undefined {
  if (!handler || finalizer || block.body.length !== 1 || handler.body.body.length !== 1) return undefined;
  const [tried] = block.body;
  const isCheckAlone = tried?.type === 'ExpressionStatement' && !some(sourceCode, tried, isFunction);
  return isCheckAlone && act.statement.parent === handler.body ? { ...act, kind: 'handler' } : undefined;
}
