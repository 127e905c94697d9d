/**
 * Answers that say no. Who finds that somebody was there already and says so has made a claim; who gives what he
 * has found has a cache, though both leave with a part of what was read.
 */
import type { Block, BranchInstruction, Instruction, Program, Temp } from '../../lower/program.js';
import { instructionsIn, operandsOf } from '../../resources/code/blocks.js';
import { instructionsOf } from '../../resources/code/instructions.js';
import type { ActEvidence } from './evidence.js';

/** True where the other way of the decision tells the caller that it was too late. */
export function isRefused({ decision, context: { program } }: ActEvidence): boolean {
  if (!decision || decision.on === 'threw' || decision.again) return false;
  const branch = branchAt(decision.at, program);
  const arm = branch?.arms[decision.holds ? 1 : 0];
  return arm !== undefined && saysNo(arm.body, program);
}

function branchAt(at: BranchInstruction['at'], program: Program): BranchInstruction | undefined {
  return instructionsOf(program).branches.find(
    ({ instruction }) =>
      instruction.on !== 'switch' && instruction.at.start === at.start && instruction.at.end === at.end,
  )?.instruction;
}

/** Words of an answer that refuses. A guess, made here and nowhere else. */
const REFUSALS =
  /already|duplicate|conflict|\btaken\b|in[ _-]?progress|in[ _-]?use\b|\bbusy\b|\bclaimed\b|\bheld\b|too[ _-]?late|sold[ _-]?out|\bfull\b|not[ _-]?available|unavailable|exists\b|\bskip(?:ped|ping)?\b|\bignored\b|no (?:more|longer)\b/iu;
/** Names of properties that, not false, say no. */
const REFUSING =
  /^(?:errors?|duplicated?|skip(?:ped)?|ignored|already\w*|deduped|deduplicated|conflict|replay(?:ed)?|taken|rejected)$/iu;
/** Names of properties that say no by being false. */
const GRANTING =
  /^(?:ok|success|acquired|claimed|accepted|granted|created|reserved|booked|available|sent|won|elected)$/iu;
/** Messages for people who run the program: they answer nobody. */
const LOGS = /^(?:log|info|warn|error|debug|trace|verbose|fatal|notice)$/u;

function saysNo(block: Block, program: Program): boolean {
  const inside = [...instructionsIn(block)];
  const logged = loggedBy(inside, program);
  return inside.some((each) => {
    switch (each.op) {
      case 'literal':
        return typeof each.value === 'string' && !logged.has(each.to) && REFUSALS.test(each.value);
      case 'object':
        return (
          !logged.has(each.to) &&
          each.entries.some(
            (entry) =>
              entry.kind === 'property' &&
              'name' in entry.property &&
              isNo(entry.property.name, constantOf(entry.value, program)),
          )
        );
      case 'set':
        return 'name' in each.property && isNo(each.property.name, constantOf(each.from, program));
      case 'call':
        return isRefusingCall(each, program);
      default:
        return false;
    }
  });
}

/** `{ error: … }`, `{ skipped: true }`, `{ ok: false }`, `{ status: 409 }`. */
function isNo(name: string, value: unknown): boolean {
  if (/^status(?:Code)?$/u.test(name)) return isFailure(value);
  if (GRANTING.test(name)) return value === false;
  return REFUSING.test(name) && value !== false && value !== null;
}

/** `res.status(409)`, `reply.code(423)`, `res.sendStatus(409)`, `res.writeHead(409)`. */
function isRefusingCall(call: Extract<Instruction, { op: 'call' }>, program: Program): boolean {
  const { callee } = call;
  if (callee.kind !== 'member' || !('name' in callee.property)) return false;
  if (!/^(?:status|code|sendStatus|writeHead)$/u.test(callee.property.name)) return false;
  const [status] = call.arguments;
  return status !== undefined && isFailure(constantOf(status.value, program));
}

/** A client's error; 404 is what one gets who looks for something. */
function isFailure(status: unknown): boolean {
  return typeof status === 'number' && status >= 400 && status < 500 && status !== 404;
}

function constantOf(temp: Temp, program: Program): unknown {
  const definition = program.definitions[temp];
  return definition?.op === 'literal' ? definition.value : undefined;
}

/** What goes into messages only. */
function loggedBy(inside: readonly Instruction[], program: Program): ReadonlySet<Temp> {
  const logged = new Set<Temp>();
  const take = (temp: Temp): void => {
    if (logged.has(temp)) return;
    logged.add(temp);
    const definition = program.definitions[temp];
    if (definition) for (const operand of operandsOf(definition)) take(operand);
  };
  for (const each of inside) {
    if (each.op !== 'call' || each.callee.kind !== 'member' || !('name' in each.callee.property)) continue;
    if (LOGS.test(each.callee.property.name)) for (const { value } of each.arguments) take(value);
  }
  return logged;
}
