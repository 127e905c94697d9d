/**
 * Terms say what a value denotes, so that two keys or two receivers can be compared. Equal terms are the
 * same object: a table interns them, and equality is identity.
 */
import type { ClassForm, FunctionForm, Temp, TypeForm, Variable } from '../lower/program.js';

interface Interned {
  readonly id: number;
  /** How many terms it is made of. */
  readonly size: number;
}

export type Primitive = string | number | boolean | bigint | null | undefined;

export type Term = Interned &
  (
    | { readonly kind: 'constant'; readonly value: Primitive }
    /** A string put together from parts; neighbouring constants are merged. */
    | { readonly kind: 'concat'; readonly parts: readonly Term[] }
    | { readonly kind: 'import'; readonly source: string; readonly name: string }
    | { readonly kind: 'global'; readonly name: string }
    | { readonly kind: 'variable'; readonly variable: Variable }
    | { readonly kind: 'parameter'; readonly form: FunctionForm; readonly index: number }
    | { readonly kind: 'this'; readonly owner: ClassForm | FunctionForm }
    | { readonly kind: 'member'; readonly object: Term; readonly name: string }
    | { readonly kind: 'index'; readonly object: Term; readonly key: Term }
    | {
        readonly kind: 'call';
        readonly callee: Term;
        readonly arguments: readonly Term[];
        readonly construct: boolean;
      }
    | { readonly kind: 'compute'; readonly operator: string; readonly operands: readonly Term[] }
    /** One of several, as control flow decided. `at` tells joins apart. */
    | { readonly kind: 'either'; readonly options: readonly Term[]; readonly at: number }
    | { readonly kind: 'closure'; readonly form: FunctionForm }
    | { readonly kind: 'class'; readonly form: ClassForm }
    | { readonly kind: 'typed'; readonly operand: Term; readonly annotation: TypeForm }
    /** A value made anew by each evaluation of one instruction: an object, an array, a random id. */
    | { readonly kind: 'made'; readonly temp: Temp; readonly instance: number }
  );

export type TermOf<K extends Term['kind']> = Extract<Term, { readonly kind: K }>;

/** A term that has to be named by a number in keys of the table. */
interface Numbered {
  readonly id: number;
}

/**
 * Terms larger than this are known by their identity only. `b = a + a; c = b + b; …` doubles at each step, and
 * whoever looks into a term goes through all of it.
 */
const MAX_SIZE = 400;
/** Longer texts are not put together. */
const MAX_TEXT = 10_000;

/** Stands for the instruction of a value of which only the identity is kept. */
const UNKNOWN = -2;

export class TermTable {
  private readonly interned = new Map<string, Term>();
  private readonly numbers = new Map<object, number>();
  private readonly variables = new Map<Variable, TermOf<'variable'>>();
  private readonly members = new Map<Term, Map<string, Term>>();
  private instances = 0;
  private size = 0;

  constant(value: Primitive): TermOf<'constant'> {
    const key = `=${typeof value}:${String(value)}`;
    return this.find(key) ?? this.add(key, { id: this.size++, size: 1, kind: 'constant', value });
  }

  import(source: string, name: string): TermOf<'import'> {
    const key = `i${source} ${name}`;
    return this.find(key) ?? this.add(key, { id: this.size++, size: 1, kind: 'import', source, name });
  }

  global(name: string): TermOf<'global'> {
    const key = `g${name}`;
    return this.find(key) ?? this.add(key, { id: this.size++, size: 1, kind: 'global', name });
  }

  variable(variable: Variable): TermOf<'variable'> {
    let term = this.variables.get(variable);
    if (!term) {
      term = { id: this.size++, size: 1, kind: 'variable', variable };
      this.variables.set(variable, term);
    }
    return term;
  }

  parameter(form: FunctionForm, index: number): TermOf<'parameter'> {
    const key = `p${form.id},${index}`;
    return this.find(key) ?? this.add(key, { id: this.size++, size: 1, kind: 'parameter', form, index });
  }

  this(owner: ClassForm | FunctionForm): TermOf<'this'> {
    const key = `t${this.number(owner)}`;
    return this.find(key) ?? this.add(key, { id: this.size++, size: 1, kind: 'this', owner });
  }

  member(object: Term, name: string): Term {
    let members = this.members.get(object);
    if (!members) this.members.set(object, (members = new Map<string, Term>()));
    let term = members.get(name);
    if (!term) {
      term = this.compose(`.${object.id},${name}`, sizeOf([object]), (id, size) => ({
        id,
        size,
        kind: 'member',
        object,
        name,
      }));
      members.set(name, term);
    }
    return term;
  }

  index(object: Term, key: Term): Term {
    if (key.kind === 'constant') return this.member(object, String(key.value));
    const known = `[${object.id},${key.id}`;
    return (
      this.find(known) ??
      this.compose(known, sizeOf([object, key]), (id, size) => ({ id, size, kind: 'index', object, key }))
    );
  }

  call(callee: Term, args: readonly Term[], construct: boolean): Term {
    const key = `${construct ? 'n' : 'c'}${callee.id},${ids(args)}`;
    return (
      this.find(key) ??
      this.compose(key, sizeOf([callee, ...args]), (id, size) => ({
        id,
        size,
        kind: 'call',
        callee,
        arguments: args,
        construct,
      }))
    );
  }

  closure(form: FunctionForm): TermOf<'closure'> {
    const key = `f${form.id}`;
    return this.find(key) ?? this.add(key, { id: this.size++, size: 1, kind: 'closure', form });
  }

  class(form: ClassForm): TermOf<'class'> {
    const key = `k${this.number(form)}`;
    return this.find(key) ?? this.add(key, { id: this.size++, size: 1, kind: 'class', form });
  }

  typed(operand: Term, annotation: TypeForm): Term {
    const key = `:${operand.id},${this.number(annotation)}`;
    return (
      this.find(key) ??
      this.compose(key, sizeOf([operand]), (id, size) => ({ id, size, kind: 'typed', operand, annotation }))
    );
  }

  /** `instance` tells evaluations of one instruction apart; by default each call is another evaluation. */
  made(temp: Temp, instance?: number): TermOf<'made'> {
    // What is new each time need not be found again.
    if (instance === undefined)
      return { id: this.size++, size: 1, kind: 'made', temp, instance: ++this.instances };
    const key = `m${temp},${instance}`;
    return this.find(key) ?? this.add(key, { id: this.size++, size: 1, kind: 'made', temp, instance });
  }

  either(options: readonly Term[], at: number): Term {
    const distinct = [
      ...new Set(
        options.flatMap((option) =>
          option.kind === 'either' && option.at === at ? option.options : [option],
        ),
      ),
    ];
    const [only] = distinct;
    if (only && distinct.length === 1) return only;
    const key = `|${at},${ids(distinct)}`;
    return (
      this.find(key) ??
      this.compose(key, sizeOf(distinct), (id, size) => ({ id, size, kind: 'either', options: distinct, at }))
    );
  }

  concat(parts: readonly Term[]): Term {
    const merged: Term[] = [];
    for (const part of parts.flatMap((each) => (each.kind === 'concat' ? each.parts : [each]))) {
      const last = merged.at(-1);
      if (
        last?.kind === 'constant' &&
        part.kind === 'constant' &&
        textLength(last) + textLength(part) < MAX_TEXT
      ) {
        merged[merged.length - 1] = this.constant(String(last.value) + String(part.value));
      } else if (part.kind !== 'constant' || part.value !== '') {
        merged.push(part);
      }
    }
    const [only] = merged;
    if (!only) return this.constant('');
    if (merged.length === 1 && only.kind === 'constant') return this.constant(String(only.value));
    if (merged.length === 1) return only;
    const key = `+${ids(merged)}`;
    return (
      this.find(key) ??
      this.compose(key, sizeOf(merged), (id, size) => ({ id, size, kind: 'concat', parts: merged }))
    );
  }

  compute(operator: string, operands: readonly Term[]): Term {
    if (operator === 'template') return this.concat(operands);
    if (operator === '+' && operands.some(isText)) return this.concat(operands);
    const key = `o${operator} ${ids(operands)}`;
    return (
      this.find(key) ??
      this.compose(key, sizeOf(operands), (id, size) => ({ id, size, kind: 'compute', operator, operands }))
    );
  }

  /** A term made of others; one that is too large keeps its identity and loses its structure. */
  private compose(key: string, size: number, make: (id: number, size: number) => Term): Term {
    const id = this.size++;
    if (size <= MAX_SIZE) return this.add(key, make(id, size));
    return this.add(key, { id, size: 1, kind: 'made', temp: UNKNOWN, instance: id });
  }

  /** A key starts with a letter of its own for each kind, so what it finds is of the kind asked for. */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the key's first letter tells T
  private find<T extends Term>(key: string): T | undefined {
    return this.interned.get(key) as T | undefined;
  }

  private add<T extends Term>(key: string, term: T): T {
    this.interned.set(key, term);
    return term;
  }

  private number(object: object): number {
    let known = this.numbers.get(object);
    if (known === undefined) {
      known = this.numbers.size;
      this.numbers.set(object, known);
    }
    return known;
  }
}

function sizeOf(parts: readonly Term[]): number {
  return parts.reduce((sum, part) => sum + part.size, 1);
}

function ids(terms: readonly Numbered[]): string {
  return terms.map((term) => term.id).join(',');
}

function textLength({ value }: TermOf<'constant'>): number {
  return typeof value === 'string' ? value.length : 0;
}

function isText(term: Term): boolean {
  return term.kind === 'concat' || (term.kind === 'constant' && typeof term.value === 'string');
}

/** True where `part` stands somewhere in `term`. */
export function mentionsTerm(term: Term, part: Term): boolean {
  return mentions(term, (each) => each === part);
}

/** True where a parameter stands somewhere in `term`. */
export function mentionsParameter(term: Term): boolean {
  return mentions(term, ({ kind }) => kind === 'parameter');
}

function mentions(term: Term, test: (term: Term) => boolean): boolean {
  if (test(term)) return true;
  const inner = (each: Term): boolean => mentions(each, test);
  switch (term.kind) {
    case 'member':
      return inner(term.object);
    case 'index':
      return inner(term.object) || inner(term.key);
    case 'call':
      return inner(term.callee) || term.arguments.some(inner);
    case 'compute':
      return term.operands.some(inner);
    case 'concat':
      return term.parts.some(inner);
    case 'either':
      return term.options.some(inner);
    case 'typed':
      return inner(term.operand);
    default:
      return false;
  }
}
