/**
 * Terms say what a value denotes, so that two keys or two receivers can be compared. Equal terms are the
 * same object: a table interns them, and equality is identity.
 */
import type { ClassForm, FunctionForm, Temp, TypeForm, Variable } from '../lower/program.js';

interface Interned {
  readonly id: number;
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

/** A value that is one of more than these is any value. */
const MAX_OPTIONS = 32;
/** A text of more parts than these is not taken apart again. */
const MAX_PARTS = 64;

export class TermTable {
  private readonly interned = new Map<string, Term>();
  private readonly numbers = new Map<object, number>();
  private instances = 0;
  private size = 0;

  constant(value: Primitive): TermOf<'constant'> {
    return this.intern(`=${typeof value}:${String(value)}`, (id) => ({ id, kind: 'constant', value }));
  }

  import(source: string, name: string): TermOf<'import'> {
    return this.intern(`i${source} ${name}`, (id) => ({ id, kind: 'import', source, name }));
  }

  global(name: string): TermOf<'global'> {
    return this.intern(`g${name}`, (id) => ({ id, kind: 'global', name }));
  }

  variable(variable: Variable): TermOf<'variable'> {
    return this.intern(`v${this.number(variable)}`, (id) => ({ id, kind: 'variable', variable }));
  }

  parameter(form: FunctionForm, index: number): TermOf<'parameter'> {
    return this.intern(`p${form.id},${index}`, (id) => ({ id, kind: 'parameter', form, index }));
  }

  this(owner: ClassForm | FunctionForm): TermOf<'this'> {
    return this.intern(`t${this.number(owner)}`, (id) => ({ id, kind: 'this', owner }));
  }

  member(object: Term, name: string): Term {
    return this.intern(`.${object.id},${name}`, (id) => ({ id, kind: 'member', object, name }));
  }

  index(object: Term, key: Term): Term {
    if (key.kind === 'constant') return this.member(object, String(key.value));
    return this.intern(`[${object.id},${key.id}`, (id) => ({ id, kind: 'index', object, key }));
  }

  call(callee: Term, args: readonly Term[], construct: boolean): Term {
    const key = `${construct ? 'n' : 'c'}${callee.id},${ids(args)}`;
    return this.intern(key, (id) => ({ id, kind: 'call', callee, arguments: args, construct }));
  }

  closure(form: FunctionForm): TermOf<'closure'> {
    return this.intern(`f${form.id}`, (id) => ({ id, kind: 'closure', form }));
  }

  class(form: ClassForm): TermOf<'class'> {
    return this.intern(`k${this.number(form)}`, (id) => ({ id, kind: 'class', form }));
  }

  typed(operand: Term, annotation: TypeForm): Term {
    return this.intern(`:${operand.id},${this.number(annotation)}`, (id) => ({
      id,
      kind: 'typed',
      operand,
      annotation,
    }));
  }

  /** `instance` tells evaluations of one instruction apart; by default each call is another evaluation. */
  made(temp: Temp, instance = ++this.instances): TermOf<'made'> {
    return this.intern(`m${temp},${instance}`, (id) => ({ id, kind: 'made', temp, instance }));
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
    if (distinct.length > MAX_OPTIONS) return this.made(-2, at);
    return this.intern(`|${at},${ids(distinct)}`, (id) => ({ id, kind: 'either', options: distinct, at }));
  }

  concat(parts: readonly Term[]): Term {
    const merged: Term[] = [];
    for (const part of parts.flatMap((each) => (isShortText(each) ? each.parts : [each]))) {
      const last = merged.at(-1);
      if (last?.kind === 'constant' && part.kind === 'constant') {
        merged[merged.length - 1] = this.constant(String(last.value) + String(part.value));
      } else if (part.kind !== 'constant' || part.value !== '') {
        merged.push(part);
      }
    }
    const [only] = merged;
    if (!only) return this.constant('');
    if (merged.length === 1 && only.kind === 'constant') return this.constant(String(only.value));
    if (merged.length === 1) return only;
    return this.intern(`+${ids(merged)}`, (id) => ({ id, kind: 'concat', parts: merged }));
  }

  compute(operator: string, operands: readonly Term[]): Term {
    if (operator === 'template') return this.concat(operands);
    if (operator === '+' && operands.some(isText)) return this.concat(operands);
    return this.intern(`o${operator} ${ids(operands)}`, (id) => ({
      id,
      kind: 'compute',
      operator,
      operands,
    }));
  }

  private intern<T extends Term>(key: string, make: (id: number) => T): T {
    const known = this.interned.get(key);
    // A key starts with a letter of its own for each kind, so what it finds is of the kind asked for.
    if (known) return known as T;
    const made = make(this.size++);
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

/** A long text is one part of what is appended to it: taking it apart each time would cost n². */
function isShortText(term: Term): term is TermOf<'concat'> {
  return term.kind === 'concat' && term.parts.length <= MAX_PARTS;
}

function isText(term: Term): boolean {
  return term.kind === 'concat' || (term.kind === 'constant' && typeof term.value === 'string');
}
