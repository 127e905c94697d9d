/** Looks at a folder, and acts in it: room for one more, a name that is not there yet, a number that follows the last. */
import { familyOf } from '../../../stores/model.js';
import type { Decision, FlowAccess } from '../../flow/value.js';
import { instructionsOf } from '../../resources/code/instructions.js';
import { isPrivateKey } from '../../resources/keys.js';
import { isBeneath } from '../../resources/path-relations.js';
import { mentionsTerm, type Term } from '../../resources/terms.js';
import type { Summary } from '../../summaries/summary.js';
import { isCommand, isDevelopersTool } from '../files/certainty.js';
import { suspensionBetween } from '../witness.js';
import { otherExits, ownExits, type ActEvidence, type Judgement } from './evidence.js';
import type { FileAct } from './file-acts.js';
import { isAmountOf } from './relations.js';

const LISTS = /^(?:readdir|opendir|readDir)(?:Sync)?$/u;

export function isListing({ method, receiver: { model } }: FlowAccess): boolean {
  return familyOf(model) === 'files' && LISTS.test(method);
}

/** True where a folder was looked at, and something is made in it. */
export function isLookAtFolder(look: FlowAccess, act: FlowAccess): boolean {
  return (
    familyOf(look.receiver.model) === 'files' &&
    look.receiver.root === act.receiver.root &&
    look.operation === 'check' &&
    isBeneath(act.key, look.key)
  );
}

/** The listings of its folder from which a path has its number: `` `${names.length + 1}.md` ``. */
export function numberedBy(act: FlowAccess, { accesses }: Summary): readonly FlowAccess[] {
  return accesses
    .slice(0, accesses.indexOf(act))
    .filter((look) => isListing(look) && isLookAtFolder(look, act) && mentionsTerm(act.key, look.result));
}

/** What a look at a folder and something made in it come to. */
export function judgeInFolder(act: FileAct, evidence: ActEvidence): Judgement | undefined {
  if (!MAKES.has(act) || isClaimedBefore(evidence)) return undefined;
  if (!isListing(evidence.check))
    // There is no such folder yet: whoever makes it first has it.
    return evidence.relation === 'absent' && refuses(evidence) ? served('claim', evidence) : undefined;
  if (act === 'ensure') return undefined;
  if (mentionsTerm(evidence.act.key, evidence.check.result))
    return act === 'write' ? served('numbered', evidence) : undefined;
  const { decision } = evidence;
  if (!decision) return undefined;
  if (staysBelow(decision.test, decision.holds, evidence.check.result)) return served('limit', evidence);
  // What the files in it take up, or how many of them there are of a kind.
  if (act === 'write' && isComparison(decision.test) && refuses(evidence)) return served('limit', evidence);
  const name = evidence.relation === 'absent' ? askedName(decision.test) : undefined;
  if (
    name === undefined ||
    isPrivateKey(evidence.act.key, evidence.context.program) ||
    act === 'directory' ||
    act === 'link'
  )
    return undefined;
  return isNamed(evidence.act.key, name) || refuses(evidence) ? served('create', evidence) : undefined;
}

const MAKES: ReadonlySet<FileAct> = new Set(['write', 'copy', 'replace', 'directory', 'link', 'ensure']);

/** `mkdir` with `recursive` where there was nothing: no claim, unless who comes second is told so, or goes elsewhere. */
export function judgeEnsured(evidence: ActEvidence): Judgement | undefined {
  return refuses(evidence) || isPicked(evidence) ? served('claim', evidence) : undefined;
}

/** Several callers at once are expected: it is no command that people run, and lets others in. */
function served(shape: Judgement['shape'], { act, check, summary, context }: ActEvidence): Judgement {
  const lets = !act.method.endsWith('Sync') || suspensionBetween(check, act) !== undefined;
  const form = act.via ? summary.form : act.form;
  const isTool = isCommand(context) || isDevelopersTool(context);
  return { shape, isWeak: !lets || isTool || context.concurrencyOf(form) === 'once' };
}

/** Who finds it there is turned away: by an error, or by the answer for a conflict. */
function refuses(evidence: ActEvidence): boolean {
  const { decision, summary, context } = evidence;
  const exits = otherExits(evidence);
  if (exits.some(({ how }) => how === 'throw')) return true;
  if (!decision || exits.length === 0) return false;
  const { definitions } = context.program;
  return summary.form.calls.some(
    ({ at, arguments: args }) =>
      decision.at.start <= at.start &&
      at.end <= decision.at.end &&
      args.some(({ value }) => {
        const given = definitions[value];
        return given?.op === 'literal' && given.value === 409;
      }),
  );
}

/** One of several names is looked for, and the first that is free is taken. */
function isPicked(evidence: ActEvidence): boolean {
  const { act, decision, context } = evidence;
  if (!decision) return false;
  const instructions = instructionsOf(context.program);
  const isLoopsTest = instructions
    .inFunction(act.form)
    .some(({ op, at }) => op === 'loop' && at.start === decision.at.start && at.end === decision.at.end);
  if (isLoopsTest) return true;
  const call = act.via?.call ?? (act.instruction.op === 'call' ? act.instruction : undefined);
  const loops = call && instructions.placeOf(call)?.loops;
  return (
    loops !== undefined &&
    loops.length > 0 &&
    ownExits(evidence).some(
      ({ how, value }) => how === 'return' && value !== undefined && mentionsTerm(value.term, act.key),
    )
  );
}

/** The execution has made the folder, or something in it, since it looked: that was the claim. */
function isClaimedBefore({ act, check, summary: { accesses } }: ActEvidence): boolean {
  return accesses
    .slice(accesses.indexOf(check) + 1, accesses.indexOf(act))
    .some(
      (earlier) =>
        earlier.instruction !== act.instruction &&
        earlier.receiver.root === act.receiver.root &&
        earlier.operation !== 'read' &&
        earlier.operation !== 'check' &&
        earlier.operation !== 'delete' &&
        (earlier.key === act.key ||
          (!isListing(check) && (earlier.key === check.key || isBeneath(earlier.key, check.key)))),
    );
}

/** The path holds the name that was looked for, or ends with what that is put together from. */
function isNamed(path: Term, name: Term): boolean {
  if (mentionsTerm(path, name)) return true;
  if (path.kind !== 'concat' || name.kind !== 'concat') return false;
  const start = path.parts.length - name.parts.length;
  return start > 0 && name.parts.every((part, index) => path.parts[start + index] === part);
}

/** A count is found below its bound. */
function staysBelow(test: Term, holds: boolean, result: Term): boolean {
  if (test.kind !== 'compute') return false;
  const [left, right] = test.operands;
  if (test.operator === '!' && left) return staysBelow(left, !holds, result);
  if (!left || !right || !/^[<>]=?$/u.test(test.operator)) return false;
  const isLeft = isAmountOf(left, result);
  if (!isLeft && !isAmountOf(right, result)) return false;
  const bound = isLeft ? right : left;
  // `names.length > 0` asks whether there is anything.
  if (bound.kind === 'constant' && (bound.value === 0 || bound.value === 1)) return false;
  return test.operator.startsWith('<') === isLeft ? holds : !holds;
}

/** `total + size > most`, of what was added up from the listing: the test comes from nothing else. */
function isComparison(test: Term): boolean {
  return (
    test.kind === 'compute' &&
    (test.operator === '!' ? test.operands.some(isComparison) : /^[<>]=?$/u.test(test.operator))
  );
}

/** `names.includes(name)`, `names.some((each) => …)`: what is looked for in a list. */
function askedName(test: Decision['test']): Term | undefined {
  if (test.kind === 'compute') {
    for (const operand of test.operands) {
      const found = askedName(operand);
      if (found) return found;
    }
    return undefined;
  }
  if (test.kind === 'either') return test.options.map(askedName).find((each) => each !== undefined);
  if (test.kind !== 'call' || test.callee.kind !== 'member') return undefined;
  return /^(?:includes|indexOf|has|some|find|findIndex)$/u.test(test.callee.name)
    ? test.arguments[0]
    : undefined;
}
