/** What things are called in the source: values, calls, classes; and the texts that stand there. */
import type { CallInstruction, Program, Temp } from '../../lower/program.js';

/** The name of a function or method that is called, its object left out; imported under another name, its own. */
export function calledName(program: Program, { callee }: CallInstruction): string | undefined {
  if (callee.kind === 'member') return 'name' in callee.property ? callee.property.name : undefined;
  return callee.kind === 'value' ? nameOf(program, callee.value) : undefined;
}

/** What a call does, by its name: of `client.send(new GetCommand(…))`, the command's. */
export function operationName(program: Program, call: CallInstruction): string {
  const name = calledName(program, call) ?? '';
  const [first] = call.arguments;
  const command = name === 'send' && first ? program.definitions[first.value] : undefined;
  if (command?.op !== 'call' || !command.construct) return name;
  const own = calledName(program, command) ?? name;
  return own.charAt(0).toLowerCase() + own.slice(1);
}

export function nameOf(program: Program, temp: Temp | undefined): string | undefined {
  const definition = temp === undefined ? undefined : program.definitions[temp];
  switch (definition?.op) {
    case 'load': {
      const { imported, name } = definition.variable;
      return imported && imported.name !== 'default' && imported.name !== '*' ? imported.name : name;
    }
    case 'get':
      return 'name' in definition.property ? definition.property.name : undefined;
    case 'closure':
      return definition.form.name;
    case 'suspend':
      return nameOf(program, definition.from);
    default:
      return undefined;
  }
}

/** The names of the classes of this file that a class extends. */
export function linesOf(program: Program, name: string): readonly string[] {
  const lines: string[] = [];
  let form = program.classes.find((each) => each.name === name);
  while (form && lines.length < 8) {
    const base = nameOf(program, form.superClass);
    if (base === undefined || lines.includes(base)) break;
    lines.push(base);
    form = program.classes.find((each) => each.name === base);
  }
  return lines;
}

/** The texts that a value is made of: a constant, a list or set of constants, the source of a pattern. */
export function textsOf(
  program: Program,
  temp: Temp | undefined,
  depth = 0,
): readonly string[] {
  const definition = temp === undefined ? undefined : program.definitions[temp];
  if (!definition || depth > 6) return [];
  switch (definition.op) {
    case 'literal':
      if (!definition.opaque) return [String(definition.value)];
      return [program.textOf(definition.at)].filter((text) => text.startsWith('/'));
    case 'array':
      return definition.elements.flatMap((element) => textsOf(program, element.value, depth + 1));
    case 'object':
      return definition.entries.flatMap((entry) =>
        entry.kind === 'property' && 'name' in entry.property ? [entry.property.name] : [],
      );
    case 'call':
      return definition.arguments.flatMap((argument) => textsOf(program, argument.value, depth + 1));
    case 'compute':
      return definition.operands.flatMap((operand) => textsOf(program, operand, depth + 1));
    case 'load':
      return definition.variable.writes.flatMap((write) => textsOf(program, write, depth + 1));
    default:
      return [];
  }
}
