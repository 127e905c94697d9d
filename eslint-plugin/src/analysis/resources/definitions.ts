/**
 * What an expression denotes, read off its definition alone, whatever runs before it. Enough to tell which
 * store a name means; the flow follows values that change.
 */
import type {
  Callee,
  ClassForm,
  FunctionForm,
  GetInstruction,
  ImportOrigin,
  ObjectInstruction,
  Program,
  Temp,
  TypeForm,
  TypeFormOf,
  ValueInstruction,
  Variable,
} from '../lower/program.js';
import { collectReturns } from './code/returns.js';
import { callTerm, castTerm, computeTerm, isStable } from './made-terms.js';
import { declaredIn, ModuleExports } from './module-exports.js';
import type { Term, TermTable } from './terms.js';

/** Longer chains of definitions, `b = a.x; c = b.x; …`, are not followed to their start. */
const MAX_DEPTH = 300;
/** Longer lines of classes are cut off. */
const MAX_LINE = 32;

export class Definitions {
  private depth = 0;
  private readonly known = new Map<Temp, Term>();
  private readonly variables = new Map<Variable, Term>();
  private readonly parameters = new Map<Temp, { readonly form: FunctionForm; readonly index: number }>();
  private readonly exports: ModuleExports;
  private readonly returned = new Map<FunctionForm, readonly Temp[]>();

  constructor(
    readonly program: Program,
    readonly terms: TermTable,
  ) {
    this.exports = new ModuleExports(this);
    for (const form of program.functions) {
      form.parameters.forEach((temp, index) => this.parameters.set(temp, { form, index }));
    }
  }

  termOf(temp: Temp): Term {
    let term = this.known.get(temp);
    if (!term) {
      if (this.depth >= MAX_DEPTH) return this.terms.made(temp, 0);
      this.depth++;
      const definition = this.program.definitions[temp];
      // Recursion through a variable that is defined by itself ends here.
      this.known.set(temp, this.terms.made(temp, 0));
      term = definition ? this.define(definition) : this.terms.made(temp, 0);
      this.known.set(temp, term);
      this.depth--;
    }
    return term;
  }

  /** What a variable of an enclosing function or of the module denotes for those who only read it. */
  termOfVariable(variable: Variable): Term {
    let term = this.variables.get(variable);
    if (!term) {
      this.variables.set(variable, this.terms.variable(variable));
      term = this.defineVariable(variable);
      this.variables.set(variable, term);
    }
    return term;
  }

  /** The values a function's own `return`s give. */
  returnsOf(form: FunctionForm): readonly Temp[] {
    let found = this.returned.get(form);
    if (!found) {
      found = collectReturns(form.body);
      this.returned.set(form, found);
    }
    return found;
  }

  /** A class and the classes of this file that it extends, nearest first. */
  lineOf(form: ClassForm): readonly ClassForm[] {
    const line = [form];
    for (
      let next = this.baseOf(form);
      next && line.length < MAX_LINE && !line.includes(next);
      next = this.baseOf(next)
    )
      line.push(next);
    return line;
  }

  private baseOf(form: ClassForm): ClassForm | undefined {
    const base = form.superClass === undefined ? undefined : this.termOf(form.superClass);
    return base?.kind === 'class' ? base.form : undefined;
  }

  parameterOf(temp: Temp): { readonly form: FunctionForm; readonly index: number } | undefined {
    return this.parameters.get(temp);
  }

  private defineVariable(variable: Variable): Term {
    if (variable.imported) return this.imported(variable.imported);
    if (variable.kind === 'global') return this.terms.global(variable.name);
    const [only] = variable.writes;
    if (variable.writes.length === 1 && only !== undefined) {
      const term = this.termOf(only);
      if (isStable(term)) return term;
      const definition = this.program.definitions[only];
      // A method taken off its object, bound or not.
      if (definition?.op === 'load' || definition?.op === 'get' || term.kind === 'member') return term;
    }
    return this.terms.variable(variable);
  }

  private define(definition: ValueInstruction): Term {
    const { terms } = this;
    switch (definition.op) {
      case 'literal': {
        const parameter = this.parameters.get(definition.to);
        if (parameter) return terms.parameter(parameter.form, parameter.index);
        return definition.opaque ? terms.made(definition.to, 0) : terms.constant(definition.value);
      }
      case 'load':
        return this.termOfVariable(definition.variable);
      case 'this':
        return this.defineThis(definition.owner);
      case 'get':
        return this.defineMember(definition);
      case 'suspend':
        return this.termOf(definition.from);
      case 'call':
        return this.defineCall(definition.callee, definition.arguments, definition.construct);
      case 'compute':
        return this.defineComputation(definition.operator, definition.operands, definition.annotation);
      case 'branch':
        return terms.either(
          definition.arms.flatMap((arm) => (arm.value === undefined ? [] : [this.termOf(arm.value)])),
          definition.to,
        );
      case 'closure':
        return terms.closure(definition.form);
      case 'class':
        return terms.class(definition.form);
      case 'object':
      case 'array':
        return terms.made(definition.to, 0);
    }
  }

  /** In a method of an object literal, `this` is that object. */
  private defineThis(owner: FunctionForm): Term {
    if (owner.member) return this.terms.this(owner.member);
    const holder = this.program.holders.get(owner);
    if (holder?.variable) return this.termOfVariable(holder.variable);
    return holder ? this.termOf(holder.object) : this.terms.this(owner);
  }

  private defineMember(definition: GetInstruction): Term {
    const object = this.termOf(definition.object);
    if (!('name' in definition.property))
      return this.terms.index(object, this.termOf(definition.property.computed));
    return this.memberOf(object, definition.property.name);
  }

  /** A member of an object literal that nothing can have changed is its value; others stay members. */
  memberOf(object: Term, name: string): Term {
    if (object.kind === 'import' && object.name === '*' && this.program.linked.has(object.source))
      return this.imported({ source: object.source, name });
    const literal = this.objectOf(object);
    if (literal) {
      for (const entry of [...literal.entries].reverse()) {
        if (entry.kind === 'spread') break;
        if ('name' in entry.property && entry.property.name === name) {
          const value = this.termOf(entry.value);
          return isStable(value) || value.kind === 'variable' ? value : this.terms.member(object, name);
        }
      }
    }
    return this.terms.member(object, name);
  }

  /** The object literal that a term denotes, by itself or by the one variable that holds it. */
  objectOf(term: Term): ObjectInstruction | undefined {
    const temp =
      term.kind === 'made'
        ? term.temp
        : term.kind === 'variable' && term.variable.writes.length === 1
          ? term.variable.writes[0]
          : undefined;
    let definition = temp === undefined ? undefined : this.program.definitions[temp];
    // `{ … } as const`
    while (
      definition?.op === 'compute' &&
      definition.operator === 'as' &&
      definition.operands[0] !== undefined
    )
      definition = this.program.definitions[definition.operands[0]];
    return definition?.op === 'object' ? definition : undefined;
  }

  /** `0` of `Promise.all([first, second])`: the element of the list that is waited for. */
  elementOf(term: Term, name: string): Term | undefined {
    if (term.kind !== 'call' || !/^\d+$/u.test(name) || term.callee.kind !== 'member') return undefined;
    const { object, name: method } = term.callee;
    const [list] = term.arguments;
    if (object.kind !== 'global' || object.name !== 'Promise' || method !== 'all' || list?.kind !== 'made')
      return undefined;
    const made = this.program.definitions[list.temp];
    if (made?.op !== 'array' || made.elements.some(({ spread }) => spread)) return undefined;
    const element = made.elements[Number(name)];
    return element && this.termOf(element.value);
  }

  private defineCall(callee: Callee, args: readonly { readonly value: Temp }[], construct: boolean): Term {
    const { terms } = this;
    if (callee.kind === 'super') return terms.made(-1, 0);
    const target =
      callee.kind === 'value'
        ? this.termOf(callee.value)
        : 'name' in callee.property
          ? this.memberOf(this.termOf(callee.object), callee.property.name)
          : terms.index(this.termOf(callee.object), this.termOf(callee.property.computed));
    return this.linked(
      callTerm(
        terms,
        target,
        args.map((argument) => this.termOf(argument.value)),
        construct,
      ),
    );
  }

  private defineComputation(
    operator: string,
    operands: readonly Temp[],
    annotation: TypeForm | undefined,
  ): Term {
    const [first] = operands;
    if (operator === 'as' && first !== undefined) return castTerm(this.terms, this.termOf(first), annotation);
    return this.linked(
      computeTerm(
        this.terms,
        operator,
        operands.map((operand) => this.termOf(operand)),
      ),
    );
  }

  /** What a linked module exports, for the import of it; other terms are what they are. */
  linked(term: Term): Term {
    return term.kind === 'import' ? this.imported(term) : term;
  }

  private imported(origin: ImportOrigin): Term {
    return this.exports.termOf(origin) ?? this.terms.import(origin.source, origin.name);
  }

  /** What a type's name stands for: a type or a class of the module in which it is written, or that it imports from. */
  declarationOf(type: TypeFormOf<'named'>): TypeForm | ClassForm | undefined {
    if (!type.imported) return declaredIn(type.module, type.name);
    if (type.imported.name !== '*') return this.exports.typeOf(type.imported);
    // `import * as repo`, used as `repo.Store`.
    return this.exports.typeOf({ source: type.imported.source, name: type.name.split('.')[1] ?? '' });
  }
}
