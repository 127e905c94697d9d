/** What an expression gives in a round of a retry: tests of the failure are judged, all else is as it stands or unknown. */
import type { Temp, ValueInstruction } from '../../lower/program.js';
import { inverse, judgeComparison, judgeInstance, judgeTruth, valueOfVerdict } from './judge.js';
import { linesOf } from '../../resources/code/names.js';
import type { Machine } from './machine.js';
import { ABOUT, constant, isTelling, UNKNOWN, type Abstract, type Path } from './value.js';

export type Evaluated = Exclude<ValueInstruction, { op: 'call' | 'branch' | 'suspend' | 'class' }>;

export function evaluate(machine: Machine, instruction: Evaluated, path: Path): Abstract {
  switch (instruction.op) {
    case 'literal':
      return (
        path.values.get(instruction.to) ?? (instruction.opaque ? UNKNOWN : constant(instruction.value))
      );
    case 'load':
      return machine.loaded(instruction.variable, path);
    case 'get':
      return member(machine, instruction.object, instruction.property, path);
    case 'closure':
      return { kind: 'function', form: instruction.form };
    case 'object': {
      const members = new Map<string, Abstract>();
      for (const entry of instruction.entries) {
        const value = machine.read(entry.value, path);
        if (entry.kind === 'property' && 'name' in entry.property) members.set(entry.property.name, value);
        else if (isTelling(value)) return ABOUT;
      }
      return { kind: 'object', members };
    }
    case 'array': {
      const members = instruction.elements.map(
        (element, position) => [String(position), machine.read(element.value, path)] as const,
      );
      return { kind: 'object', members: new Map(members) };
    }
    case 'compute':
      return compute(machine, instruction, path);
    default:
      return UNKNOWN;
  }
}

function member(
  machine: Machine,
  object: Temp,
  property: { readonly name: string } | { readonly computed: Temp },
  path: Path,
): Abstract {
  const holder = machine.read(object, path);
  const name = 'name' in property ? property.name : '';
  if (holder.kind === 'object') return holder.members.get(name) ?? UNKNOWN;
  // A context that carries the failure: `({ error }) => …`.
  if (holder.kind === 'error' && /^(?:e|err|error|reason)$/u.test(name)) return holder;
  if (holder.kind === 'error' || holder.kind === 'outcome')
    return { kind: 'part', of: holder.kind, name, whole: holder };
  // `error.response.status`, `result[0].affectedRows`.
  if (holder.kind === 'part') return { ...holder, name };
  return holder.kind === 'about' ? ABOUT : UNKNOWN;
}

function compute(
  machine: Machine,
  instruction: Extract<ValueInstruction, { op: 'compute' }>,
  path: Path,
): Abstract {
  const { operator } = instruction;
  const operands = instruction.operands.map((operand) => machine.read(operand, path));
  const [first, second] = operands;
  if (operator === 'caught') return path.values.get(instruction.to) ?? UNKNOWN;
  if ((operator === 'as' || operator === 'element' || operator === 'rest') && first) return first;
  if (operator === '!' && first)
    return first.kind === 'unknown' ? UNKNOWN : valueOfVerdict(inverse(judgeTruth(first, machine.scenario)));
  if (operator === 'default' && first) return first.kind === 'unknown' ? UNKNOWN : first;
  if (operator === 'instanceof' && first && isTelling(first)) {
    const type = machine.index.nameOf(instruction.operands[1]);
    const own = first.kind === 'error' && first.name !== undefined ? linesOf(machine.index.program, first.name) : [];
    const given = judgeInstance(first, type, own, machine.scenario);
    machine.note(path, given, type ?? '', first);
    return valueOfVerdict(given);
  }
  if (/^(?:[!=]==?|[<>]=?)$/u.test(operator) && first && second && (isTelling(first) || isTelling(second))) {
    const given = judgeComparison(operator, first, second, machine.scenario);
    const named = [first, second].find((each) => each.kind === 'constant');
    machine.note(path, given, named?.kind === 'constant' ? String(named.value) : '', first);
    return valueOfVerdict(given);
  }
  if (first?.kind === 'constant' && second?.kind === 'constant' && /^[!=]==?$/u.test(operator))
    return constant((first.value === second.value) === operator.startsWith('='));
  if (operator === 'in' && second && isTelling(second)) return UNKNOWN;
  return operands.some(isTelling) ? ABOUT : UNKNOWN;
}
