/** What a value of a loop's round is made from. */
import type { LoopInstruction, Program, Temp, ValueInstruction, Variable } from '../../lower/program.js';
import { collectReturns } from '../definitions.js';

/** True where a value is made from the element that a loop is at. */
export function dependsOnElement(program: Program, temps: readonly Temp[], loop: LoopInstruction): boolean {
  const elements = new Set<Variable>();
  if (
    !loop.header.some(
      (each) => each.op === 'compute' && (each.operator === 'element' || each.operator === 'key'),
    )
  )
    return false;
  for (const each of loop.header) if (each.op === 'store') elements.add(each.variable);
  const seen = new Set<Temp>();
  const queue = [...temps];
  for (let temp = queue.pop(); temp !== undefined; temp = queue.pop()) {
    if (seen.has(temp) || seen.size > 2000) continue;
    seen.add(temp);
    const definition = program.definitions[temp];
    if (definition?.op === 'load' && elements.has(definition.variable)) return true;
    if (definition) queue.push(...partsOf(definition));
  }
  return false;
}

/** The values that a value is made of. */
function partsOf(definition: ValueInstruction): readonly Temp[] {
  switch (definition.op) {
    case 'load':
      return definition.variable.writes;
    case 'get':
      return [definition.object];
    case 'suspend':
      return [definition.from];
    case 'compute':
      return definition.operands;
    case 'object':
      return definition.entries.map((entry) => entry.value);
    case 'array':
      return definition.elements.map((element) => element.value);
    case 'branch':
      return definition.arms.flatMap((arm) => (arm.value === undefined ? [] : [arm.value]));
    case 'call': {
      const { callee } = definition;
      const own = callee.kind === 'member' ? [callee.object] : callee.kind === 'value' ? [callee.value] : [];
      return [...own, ...definition.arguments.map((argument) => argument.value)];
    }
    case 'closure':
      return collectReturns(definition.form.body);
    default:
      return [];
  }
}
