/** A lock made by hand of a flag and a list of those who wait, of which the one who leaves hands it to the next. */
import type { FlowAccess } from '../../flow/value.js';
import type { Block, FunctionForm, Instruction, Property } from '../../lower/program.js';
import { blocksOf, instructionsIn } from '../../resources/code/blocks.js';
import type { RaceContext } from '../context.js';

/**
 * `await this.enter(); …; this.leave();`, told by what the two do: the first takes a flag or joins a list in one step,
 * the second calls the first of the list, and lets the flag go only where nobody waits.
 */
export function isLetInAlone(read: FlowAccess, write: FlowAccess, context: RaceContext): boolean {
  const { program, index } = context;
  const walked = (write.via?.call ?? write.instruction).at;
  const leaving = index.sites.flatMap(({ call }) => {
    const form = call.at.start > walked.start ? index.calleeForm(call) : undefined;
    return form && call.arguments.length === 0 ? [form] : [];
  });
  for (let each = read.suspensions; each; each = each.before) {
    const { at } = each;
    if (at.op !== 'suspend' || at.reason !== 'await') continue;
    const call = program.definitions[at.from];
    const enter = call?.op === 'call' && call.arguments.length === 0 ? index.calleeForm(call) : undefined;
    const flag = enter && flagTakenBy(enter);
    if (flag !== undefined && leaving.some((form) => handsOver(form, flag, context))) return true;
  }
  return false;

  /** The name of what is set to `true` in a step in which nobody else runs, where others are put into a list. */
  function flagTakenBy(form: FunctionForm): string | undefined {
    const joins = form.nested.some((inner) => callsIn(inner, context).includes('push'));
    if (!joins) return undefined;
    let suspended = false;
    for (const each of instructionsIn(form.body)) {
      const name = constantSet(each, true, context);
      if (name !== undefined && !suspended && isAsked(form, name, context)) return name;
      suspended ||= each.op === 'suspend';
    }
    return undefined;
  }
}

/** The flag falls only in the arm in which nobody was called; the other one calls who came first. */
function handsOver(form: FunctionForm, flag: string, context: RaceContext): boolean {
  if (!callsIn(form, context).includes('shift')) return false;
  const isLoweredIn = (block: Block): boolean =>
    [...instructionsIn(block)].some((each) => constantSet(each, false, context) === flag);
  if (!isLoweredIn(form.body) || form.suspends) return false;
  return [...instructionsIn(form.body)].some((each) => {
    if (each.op !== 'branch' || each.on !== 'truthy') return false;
    const [first, second] = each.arms;
    const lowering = [first, second].filter((arm) => arm && isLoweredIn(arm.body));
    const waking = [first, second].filter((arm) => arm && [...instructionsIn(arm.body)].some(isCall));
    return (
      lowering.length === 1 && waking.some((arm) => arm !== lowering[0]) && !isLoweredOutside(form.body, each)
    );
  });

  function isLoweredOutside(block: Block, branch: Instruction): boolean {
    return block.some(
      (each) =>
        each !== branch &&
        (constantSet(each, false, context) === flag ||
          blocksOf(each).some((inner) => isLoweredOutside(inner, branch))),
    );
  }
}

function isCall({ op }: Instruction): boolean {
  return op === 'call';
}

function callsIn(form: FunctionForm, { index }: RaceContext): readonly string[] {
  return form.calls.map((call) => index.calledName(call) ?? '');
}

/** The name of the variable or property that is set to this constant. */
function constantSet(each: Instruction, value: boolean, context: RaceContext): string | undefined {
  if (each.op !== 'store' && each.op !== 'set') return undefined;
  const term = context.flow.definitions.termOf(each.from);
  if (term.kind !== 'constant' || term.value !== value) return undefined;
  return each.op === 'store' ? each.variable.name : nameIn(each.property);
}

function nameIn(property: Property): string | undefined {
  return 'name' in property ? property.name : undefined;
}

/** The flag is looked at before it is taken. */
function isAsked({ body }: FunctionForm, name: string, { index, program }: RaceContext): boolean {
  return [...instructionsIn(body)].some((each) => {
    if (each.op !== 'branch') return false;
    const test = program.definitions[each.test];
    const asked =
      test?.op === 'compute' && test.operator === '!' && test.operands[0] !== undefined
        ? test.operands[0]
        : each.test;
    return index.nameOf(asked) === name;
  });
}
