/** The program form of a file as text, with numbers that do not depend on what is left out. */
import type {
  Argument,
  Block,
  CallInstruction,
  FunctionForm,
  Instruction,
  ObjectEntry,
  Program,
  Property,
  Temp,
  TypeForm,
  Variable,
} from '../lower/program.js';

export interface Selection {
  has(instruction: Instruction): boolean;
  isNoticed(call: CallInstruction, argument: Temp): boolean;
}

/** Types that mention themselves end somewhere. */
const MAX_TYPE_DEPTH = 6;

/** So much of what follows a comment tells which declaration it speaks of. */
const BEHIND_COMMENT = 80;

export class Printer {
  private readonly temps = new Map<Temp, number>();
  private readonly targets = new Map<number, number>();
  private readonly functions = new Map<FunctionForm, number>();
  private readonly lines: string[] = [];

  constructor(
    private readonly program: Program,
    private readonly own: readonly FunctionForm[],
    private readonly selection: Selection,
  ) {
    for (const form of own) this.functions.set(form, this.functions.size);
  }

  print(): string {
    for (const form of this.own) this.addFunction(form);
    this.addOffers();
    this.addDirectives();
    return this.lines.join('\n');
  }

  private add(...parts: readonly unknown[]): void {
    this.lines.push(parts.map(String).join(' '));
  }

  private addFunction(form: FunctionForm): void {
    const { kind, name, async, generator, exported, hidden, member, parameters, parameterForms } = form;
    this.add('function', this.function(form), kind, name, async, generator, exported, hidden, member?.name);
    parameters.forEach((value, index) => {
      const { name: called, rest, annotation } = parameterForms[index] ?? {};
      this.add('parameter', this.temp(value), called, rest, this.type(annotation));
    });
    this.add('returns', this.type(form.returns));
    this.addBlock(form.body);
  }

  private addBlock(block: Block): void {
    this.add('{');
    for (const instruction of block) if (this.selection.has(instruction)) this.addInstruction(instruction);
    this.add('}');
  }

  private addInstruction(instruction: Instruction): void {
    const to = 'to' in instruction ? this.temp(instruction.to) : '';
    this.add(to, instruction.op, ...this.detailsOf(instruction));
    switch (instruction.op) {
      case 'branch':
        for (const { body, value, cases } of instruction.arms) {
          this.addBlock(body);
          this.add(
            'arm',
            this.temp(value),
            cases?.map((each) => this.temp(each)),
          );
        }
        return;
      case 'loop':
        for (const block of [instruction.header, instruction.body, instruction.update]) this.addBlock(block);
        return;
      case 'region':
        this.addBlock(instruction.body);
        return;
      case 'try':
        for (const block of [instruction.body, instruction.handler, instruction.finalizer])
          if (block) this.addBlock(block);
          else this.add('none');
    }
  }

  private detailsOf(instruction: Instruction): readonly unknown[] {
    switch (instruction.op) {
      case 'literal':
        return [typeof instruction.value, JSON.stringify(String(instruction.value)), instruction.opaque];
      case 'load':
        return [this.variable(instruction.variable)];
      case 'store':
        return [this.variable(instruction.variable), this.temp(instruction.from), instruction.declares];
      case 'this':
        return [this.function(instruction.owner)];
      case 'get':
        return [this.temp(instruction.object), this.property(instruction.property)];
      case 'set':
        return [
          this.temp(instruction.object),
          this.property(instruction.property),
          this.temp(instruction.from),
        ];
      case 'compute':
        return [
          instruction.operator,
          instruction.operands.map((each) => this.temp(each)),
          this.type(instruction.annotation),
        ];
      case 'object':
        return instruction.entries.map((entry) => this.entry(entry));
      case 'array':
        return instruction.elements.map((element) => this.argument(element));
      case 'call':
        return this.callOf(instruction);
      case 'suspend':
        return [instruction.reason, this.temp(instruction.from)];
      case 'branch':
        return [instruction.on, this.temp(instruction.test), instruction.arms.length];
      case 'loop':
        return [this.target(instruction.target), this.temp(instruction.test), instruction.bodyFirst];
      case 'region':
        return [this.target(instruction.target)];
      case 'try':
        return [];
      case 'exit':
        return [instruction.how, this.temp(instruction.from), this.target(instruction.target)];
      case 'closure':
        return [this.function(instruction.form)];
      case 'class':
        return this.classOf(instruction.form);
    }
  }

  private callOf(call: CallInstruction): readonly unknown[] {
    const { callee, construct, tagged, types } = call;
    const called =
      callee.kind === 'member'
        ? `${this.temp(callee.object)}.${this.property(callee.property)}`
        : callee.kind === 'value'
          ? this.temp(callee.value)
          : callee.kind;
    const given = call.arguments.map((argument) =>
      this.selection.isNoticed(call, argument.value) ? this.argument(argument) : 'text',
    );
    return [construct, tagged, called, ...given, types?.map((type) => this.type(type))];
  }

  private classOf({
    name,
    superClass,
    decorators,
    methods,
    getters,
    fieldTypes,
    exported,
  }: Extract<Instruction, { readonly op: 'class' }>['form']): readonly unknown[] {
    const named = (forms: ReadonlyMap<string, FunctionForm>): string[] =>
      [...forms].map(([key, form]) => `${key}=${this.function(form)}`);
    const fields = [...fieldTypes].map(([key, type]) => `${key}:${this.type(type)}`);
    const decorated = decorators.map((each) => this.temp(each));
    return [name, this.temp(superClass), exported, decorated, named(methods), named(getters), fields];
  }

  private addOffers(): void {
    const { exports, passesOn, types } = this.program.file;
    for (const [name, exported] of exports) {
      if (exported.kind === 'variable') this.add('exports', name, this.variable(exported.variable));
      else if (exported.kind === 'value') this.add('exports', name, this.temp(exported.value));
      else this.add('exports', name, exported.origin.source, exported.origin.name);
    }
    for (const source of passesOn) this.add('passes on', source);
    for (const [name, type] of types) this.add('type', name, this.type(type));
    for (const [form, { object, variable }] of this.program.holders)
      if (this.functions.has(form))
        this.add('holds', this.function(form), this.temp(object), variable && this.variable(variable));
  }

  private addDirectives(): void {
    for (const { text, at } of this.program.directives) {
      if (this.program.isLinked(at)) continue;
      const behind = this.program.textOf({ start: at.end, end: at.end + BEHIND_COMMENT });
      this.add('directive', text.trim(), behind.replace(/\s+/gu, ' '));
    }
  }

  private temp(value: Temp | undefined): string {
    return value === undefined ? '' : `%${numberOf(value, this.temps)}`;
  }

  private target(target: number | undefined): string {
    return target === undefined ? '' : `@${numberOf(target, this.targets)}`;
  }

  private function(form: FunctionForm): string {
    return `f${this.functions.get(form) ?? ''}`;
  }

  private variable({ name, kind, owner, imported, annotation }: Variable): string {
    const origin = imported ? `${imported.source}#${imported.name}` : '';
    return `${kind}:${this.function(owner)}:${name}:${origin}:${this.type(annotation)}`;
  }

  private property(property: Property): string {
    return 'name' in property ? JSON.stringify(property.name) : `[${this.temp(property.computed)}]`;
  }

  private argument({ value, spread }: Argument): string {
    return (spread ? '...' : '') + this.temp(value);
  }

  private entry(entry: ObjectEntry): string {
    if (entry.kind === 'spread') return `...${this.temp(entry.value)}`;
    return `${this.property(entry.property)}=${this.temp(entry.value)}`;
  }

  private type(type: TypeForm | undefined, depth = 0): string {
    if (!type || depth > MAX_TYPE_DEPTH) return '';
    const inner = (each: TypeForm): string => this.type(each, depth + 1);
    switch (type.kind) {
      case 'named': {
        const origin = type.imported ? `${type.imported.source}#${type.imported.name}` : type.module.path;
        return `${type.name}@${origin}<${type.arguments.map(inner).join()}>`;
      }
      case 'members':
        return `{${[...type.members].map(([name, each]) => `${name}:${inner(each)}`).join()}}`;
      case 'union':
        return type.types.map(inner).join('|');
      case 'typeof':
        return `typeof ${type.path.join('.')} ${type.imported?.source ?? ''} ${type.variable?.name ?? ''}`;
      case 'returns':
        return `(${type.parameters.join()})=>${inner(type.result)}`;
      default:
        return type.kind;
    }
  }
}

function numberOf<T>(key: T, numbers: Map<T, number>): number {
  let number = numbers.get(key);
  if (number === undefined) numbers.set(key, (number = numbers.size));
  return number;
}
