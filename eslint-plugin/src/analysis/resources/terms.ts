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
  private instances = 0;
  private size = 0;

  constant(value: Primitive): TermOf<'constant'> {
    return this.intern(`=${typeof value}:${String(value)}`, (made) => ({ ...made, kind: 'constant', value }));
  }

  import(source: string, name: string): TermOf<'import'> {
    return this.intern(`i${source} ${name}`, (made) => ({ ...made, kind: 'import', source, name }));
  }

  global(name: string): TermOf<'global'> {
    return this.intern(`g${name}`, (made) => ({ ...made, kind: 'global', name }));
  }

  variable(variable: Variable): TermOf<'variable'> {
    return this.intern(`v${this.number(variable)}`, (made) => ({ ...made, kind: 'variable', variable }));
  }

  parameter(form: FunctionForm, index: number): TermOf<'parameter'> {
    return this.intern(`p${form.id},${index}`, (made) => ({ ...made, kind: 'parameter', form, index }));
  }

  this(owner: ClassForm | FunctionForm): TermOf<'this'> {
    return this.intern(`t${this.number(owner)}`, (made) => ({ ...made, kind: 'this', owner }));
  }

  member(object: Term, name: string): Term {
    return this.composed(`.${object.id},${name}`, [object], (made) => ({
      ...made,
      kind: 'member',
      object,
      name,
    }));
  }

  index(object: Term, key: Term): Term {
    if (key.kind === 'constant') return this.member(object, String(key.value));
    return this.composed(`[${object.id},${key.id}`, [object, key], (made) => ({
      ...made,
      kind: 'index',
      object,
      key,
    }));
  }

  call(callee: Term, args: readonly Term[], construct: boolean): Term {
    const key = `${construct ? 'n' : 'c'}${callee.id},${ids(args)}`;
    return this.composed(key, [callee, ...args], (made) => ({
      ...made,
      kind: 'call',
      callee,
      arguments: args,
      construct,
    }));
  }

  closure(form: FunctionForm): TermOf<'closure'> {
    return this.intern(`f${form.id}`, (made) => ({ ...made, kind: 'closure', form }));
  }

  class(form: ClassForm): TermOf<'class'> {
    return this.intern(`k${this.number(form)}`, (made) => ({ ...made, kind: 'class', form }));
  }

  typed(operand: Term, annotation: TypeForm): Term {
    return this.composed(`:${operand.id},${this.number(annotation)}`, [operand], (made) => ({
      ...made,
      kind: 'typed',
      operand,
      annotation,
    }));
  }

  /** `instance` tells evaluations of one instruction apart; by default each call is another evaluation. */
  made(temp: Temp, instance = ++this.instances): TermOf<'made'> {
    return this.intern(`m${temp},${instance}`, (made) => ({ ...made, kind: 'made', temp, instance }));
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
    return this.composed(`|${at},${ids(distinct)}`, distinct, (made) => ({
      ...made,
      kind: 'either',
      options: distinct,
      at,
    }));
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
    return this.composed(`+${ids(merged)}`, merged, (made) => ({ ...made, kind: 'concat', parts: merged }));
  }

  compute(operator: string, operands: readonly Term[]): Term {
    if (operator === 'template') return this.concat(operands);
    if (operator === '+' && operands.some(isText)) return this.concat(operands);
    return this.composed(`o${operator} ${ids(operands)}`, operands, (made) => ({
      ...made,
      kind: 'compute',
      operator,
      operands,
    }));
  }

  /** A term made of others; one that is too large keeps its identity and loses its structure. */
  private composed(key: string, parts: readonly Term[], make: (made: Interned) => Term): Term {
    const size = parts.reduce((sum, part) => sum + part.size, 1);
    if (size <= MAX_SIZE) return this.intern(key, ({ id }) => make({ id, size }));
    return this.intern(`~${key}`, (made) => ({ ...made, kind: 'made', temp: UNKNOWN, instance: made.id }));
  }

  private intern<T extends Term>(key: string, make: (made: Interned) => T): T {
    const known = this.interned.get(key);
    // A key starts with a letter of its own for each kind, so what it finds is of the kind asked for.
    if (known) return known as T;
    const made = make({ id: this.size++, size: 1 });
    this.interned.set(key, made);
    return made;
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

function ids(terms: readonly Numbered[]): string {
  return terms.map((term) => term.id).join(',');
}

function textLength({ value }: TermOf<'constant'>): number {
  return typeof value === 'string' ? value.length : 0;
}

function isText(term: Term): boolean {
  return term.kind === 'concat' || (term.kind === 'constant' && typeof term.value === 'string');
}
