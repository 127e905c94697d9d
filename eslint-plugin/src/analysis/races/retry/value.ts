/** What a round of a retry knows of values: just enough to follow a failure from the operation to the next round. */
import type { FunctionForm, Temp, Variable } from '../../lower/program.js';

/**
 * What is supposed of the operation, to see where the program goes from there.
 * - `conflict`: somebody else has written in between;
 * - `lost`: no answer came, so the operation may have taken effect;
 * - `success`: it did.
 */
export type Scenario = 'conflict' | 'lost' | 'success';

export type Abstract =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'constant'; readonly value: string | number | boolean | bigint | null | undefined }
  | { readonly kind: 'function'; readonly form: FunctionForm }
  /** A parameter by which a library lets the function end the retries, or ask for another round. */
  | { readonly kind: 'control'; readonly how: 'bail' | 'again' }
  /** What settles a promise that the program makes, with the value that the promise is. */
  | { readonly kind: 'settle'; readonly how: 'resolve' | 'reject'; readonly promise: Temp }
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, Abstract> }
  /** The failure, as thrown. `name` and `texts` where the file itself makes it. */
  | {
      readonly kind: 'error';
      readonly name?: string | undefined;
      readonly texts?: readonly string[];
      readonly aborts?: boolean;
    }
  /** What the operation gave; a part of that, or of the failure. */
  | { readonly kind: 'outcome' }
  | {
      readonly kind: 'part';
      readonly of: 'error' | 'outcome';
      readonly name: string;
      readonly whole: Abstract;
    }
  /** A promise that the failure has rejected. */
  | { readonly kind: 'rejected'; readonly error: Abstract }
  /** Computed from the failure or the outcome, in a way that is not understood. */
  | { readonly kind: 'about' };

export const UNKNOWN: Abstract = { kind: 'unknown' };
export const ABOUT: Abstract = { kind: 'about' };
export const OUTCOME: Abstract = { kind: 'outcome' };
export const UNDEFINED: Abstract = { kind: 'constant', value: undefined };

export function constant(value: string | number | boolean | bigint | null | undefined): Abstract {
  return { kind: 'constant', value };
}

/** True for values that tell something of how the operation went. */
export function isTelling(value: Abstract): boolean {
  return ['error', 'outcome', 'part', 'rejected', 'about'].includes(value.kind);
}

/** A test of what is not understood makes all that follows doubtful. */
export function tainted(test: Abstract, path: Path): Path {
  if (isTelling(test)) path.doubtful = true;
  return path;
}

/** One way through the code, so far. */
export class Path {
  private constructor(
    readonly values: Map<Temp, Abstract>,
    readonly variables: Map<Variable, Abstract>,
    /** The operation has run. */
    public done: boolean,
    /** A test of the failure was passed that is not understood. */
    public doubtful: boolean,
    /** A test named what is supposed. */
    public told: boolean,
    /** It came after a test that names a duplicate: the program expects the operation to have taken effect. */
    public duplicate: boolean,
  ) {}

  static start(): Path {
    return new Path(new Map(), new Map(), false, false, false, false);
  }

  /** What is not known needs no room. */
  note(temp: Temp, value: Abstract): void {
    if (value.kind === 'unknown') this.values.delete(temp);
    else this.values.set(temp, value);
  }

  store(variable: Variable, value: Abstract): void {
    // A variable that has one value only is read off its definition where nothing is known of it.
    if (variable.writes.length === 1 && value.kind === 'unknown') this.variables.delete(variable);
    // Of a variable that changes, only what a flag can hold is kept apart.
    else if (variable.writes.length > 1 && isText(value)) this.variables.set(variable, UNKNOWN);
    else this.variables.set(variable, value);
  }

  clone(): Path {
    return new Path(
      new Map(this.values),
      new Map(this.variables),
      this.done,
      this.doubtful,
      this.told,
      this.duplicate,
    );
  }

  /** Equal for paths that can go on as one. */
  get key(): string {
    const known = [...this.variables]
      .filter(([, value]) => value.kind !== 'unknown')
      .map(([variable, value]) => `${variable.id}:${keyOf(value)}`);
    for (const [temp, value] of this.values) if (isSettled(value)) known.push(`${temp}:${keyOf(value)}`);
    return `${this.done}${this.doubtful}${this.told}|${known.join()}`;
  }
}

function isText(value: Abstract): boolean {
  return value.kind === 'constant' && /^(?:string|number|bigint)$/u.test(typeof value.value);
}

/** What tells a failed operation from one that did not fail. */
function isSettled({ kind }: Abstract): boolean {
  return kind === 'rejected' || kind === 'outcome' || kind === 'error';
}

function keyOf(value: Abstract): string {
  switch (value.kind) {
    case 'constant':
      return `=${typeof value.value}${String(value.value)}`;
    case 'function':
      return `f${value.form.id}`;
    case 'part':
      return `${value.of}.${value.name}`;
    case 'error':
      return `e${value.name ?? ''}${value.aborts ? '!' : ''}`;
    default:
      return value.kind;
  }
}

/** Where a stretch of code leaves off. `again` starts another round; `left` ends the retries. */
export interface Completion {
  readonly how: 'next' | 'return' | 'throw' | 'break' | 'continue' | 'again' | 'left';
  readonly path: Path;
  readonly value: Abstract;
  readonly target?: number;
}
