/** The program form of a text, written down as the steps in which it is evaluated. */
import { lowerModule } from '../../../eslint-plugin/dist/analysis/lower/lower-module.js';
import type {
  Block,
  FunctionForm,
  Instruction,
  Program,
  Property,
} from '../../../eslint-plugin/dist/analysis/lower/program.js';
import { parse, type ParserName } from './source.js';

export function lowered(text: string, parser?: ParserName): Program {
  return lowerModule(parse(text, parser) as never);
}

/** The steps of the module's own code, or of the function of this name; constants are not steps. */
export function stepsOf(text: string, name?: string): string {
  const program = lowered(text);
  const form = name === undefined ? program.module : functionNamed(program, name);
  return steps(program, form.body);
}

export function functionNamed(program: Program, name: string): FunctionForm {
  const form = program.functions.find((each) => each.name === name);
  if (!form) throw new Error(`no function is named ${name}`);
  return form;
}

function steps(program: Program, block: Block): string {
  return block.flatMap((instruction) => step(program, instruction) ?? []).join('; ');
}

function step(program: Program, instruction: Instruction): string | undefined {
  const inner = (block: Block | undefined): string => (block ? steps(program, block) : '');
  switch (instruction.op) {
    case 'literal':
      return instruction.opaque ? 'opaque' : undefined;
    case 'load':
      return instruction.variable.name;
    case 'store':
      return `${instruction.declares ? 'declare' : 'store'} ${instruction.variable.name}`;
    case 'this':
      return 'this';
    case 'get':
      return nameOf(instruction.property);
    case 'set':
      return `set ${nameOf(instruction.property)}`;
    case 'compute':
      return instruction.operator;
    case 'object':
    case 'array':
      return instruction.op;
    case 'call':
      return `${instruction.construct ? 'new' : 'call'}${callee(instruction.callee)}`;
    case 'suspend':
      return instruction.reason;
    case 'branch':
      return `${instruction.on} { ${instruction.arms.map((arm) => inner(arm.body)).join(' | ')} }`;
    case 'loop': {
      const { header, body, update, bodyFirst } = instruction;
      const rounds = bodyFirst ? [body, update, header] : [header, body, update];
      return `loop { ${rounds.map(inner).join(' | ')} }`;
    }
    case 'region':
      return `region { ${inner(instruction.body)} }`;
    case 'try':
      return `try { ${[instruction.body, instruction.handler, instruction.finalizer].map(inner).join(' | ')} }`;
    case 'exit':
      return instruction.how;
    case 'closure':
      return `function ${instruction.form.name ?? ''}`.trim();
    case 'class':
      return `class ${instruction.form.name ?? ''}`.trim();
  }
}

function callee(of: Extract<Instruction, { op: 'call' }>['callee']): string {
  if (of.kind === 'super') return ' super';
  return of.kind === 'member' ? ` ${nameOf(of.property)}` : '';
}

function nameOf(property: Property): string {
  return 'name' in property ? `.${property.name}` : '[]';
}
