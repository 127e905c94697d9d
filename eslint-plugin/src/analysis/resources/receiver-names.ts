/** Receivers that only their name tells, where the file does not show that they are something else. */
import type { StoreModel } from '../../stores/model.js';
import type { Temp, TypeForm } from '../lower/program.js';
import type { Definitions } from './definitions.js';
import type { StoreExports } from './exports.js';
import type { Objects } from './objects.js';
import { receiverOf, type Receiver } from './receiver.js';
import type { Term, TermOf } from './terms.js';

export class ReceiverNames {
  private readonly byName = new Map<string, StoreModel>();
  private readonly conventions: {
    readonly pattern: RegExp;
    readonly dotted: boolean;
    readonly model: StoreModel;
  }[] = [];

  constructor(
    stores: readonly StoreModel[],
    private readonly definitions: Definitions,
    private readonly exports: StoreExports,
    private readonly objects: Objects,
  ) {
    for (const model of stores) {
      for (const name of model.names ?? []) if (!this.byName.has(name)) this.byName.set(name, model);
      for (const text of model.conventions ?? [])
        this.conventions.push({ pattern: patternOf(text), dotted: text.includes('.'), model });
    }
  }

  recognise(term: Term): Receiver | undefined {
    const known = this.byConvention(term);
    if (known) return known;
    const name = nameOf(term);
    const model = name === undefined ? undefined : this.byName.get(name.replace(/^[#_]+/u, ''));
    if (!model || this.isSomethingElse(term)) return undefined;
    return receiverOf(model, 'client', 'named', term);
  }

  /** Named as everybody names such an object, by itself or as a property of another: `redisClient`, `ctx.storage`. */
  private byConvention(term: Term): Receiver | undefined {
    if (this.conventions.length === 0) return undefined;
    const name = nameOf(term)?.replace(/^[#_]+/u, '');
    if (name === undefined) return undefined;
    const object = term.kind === 'member' ? nameOf(term.object)?.replace(/^[#_]+/u, '') : undefined;
    const path = `${object ?? ''}.${name}`;
    const found = this.conventions.find(({ pattern, dotted }) => pattern.test(dotted ? path : name));
    if (!found || this.isSomethingElse(term)) return undefined;
    return receiverOf(found.model, 'client', 'shaped', term);
  }

  /** True where the file shows that the name is not a store's: a `Map`, a literal, an import of another package. */
  isSomethingElse(term: Term): boolean {
    if (term.kind === 'import') return !/^[./~@#]/u.test(term.source) || this.exports.has(term.source);
    if (term.kind === 'parameter') {
      const annotation = term.form.parameterForms[term.index]?.annotation;
      return annotation !== undefined && annotation.kind !== 'unknown' && !mayBeStore(annotation);
    }
    if (term.kind === 'variable') {
      if (term.variable.annotation && !mayBeStore(term.variable.annotation)) return true;
      return this.isMadeOtherwise(term.variable.writes);
    }
    if (term.kind !== 'member') return false;
    const owner = this.objects.classOf(term.object);
    if (!owner) return false;
    const declared = owner.fieldTypes.get(term.name);
    return (
      (declared !== undefined && !mayBeStore(declared)) ||
      this.isMadeOtherwise(owner.fieldWrites.get(term.name) ?? [])
    );
  }

  private isMadeOtherwise(writes: readonly Temp[]): boolean {
    return writes.some((write) => {
      const term = this.definitions.termOf(write);
      if (term.kind === 'call' && term.construct)
        return term.callee.kind === 'global' || term.callee.kind === 'class';
      return (
        term.kind === 'class' || term.kind === 'closure' || this.definitions.objectOf(term) !== undefined
      );
    });
  }
}

/** What holds the bindings of a worker, by the names that everybody gives it. */
export function isEnvironment(term: Term): boolean {
  return /^(?:env|bindings)$/iu.test(nameOf(term) ?? '');
}

function patternOf(text: string): RegExp {
  const parts = text.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\/]/gu, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'u');
}

/** A type that the file does not explain may be a store's own. */
function mayBeStore(type: TypeForm): boolean {
  if (type.kind === 'unknown') return true;
  if (type.kind === 'union') return type.types.some(mayBeStore);
  return type.kind === 'named' && type.imported !== undefined && /^[./~@#]/u.test(type.imported.source);
}

/** Methods that hand out what is asked for by a name: `container.resolve('redis')`, `app.get('redis')`. */
const HANDS_OUT = /^(?:resolve|get|inject|make|lookup|getInstance)$/u;
/** Functions and methods that give a client are named after it: `getRedisClient()`, `useRedis()`. */
const GIVES = /^(?:get|use|create|connect|make|init|obtain|ensure|acquire)(?:Shared|Async)?(?=[A-Z])/u;

function nameOf(term: Term): string | undefined {
  switch (term.kind) {
    case 'variable':
      return term.variable.name;
    case 'parameter':
      return term.form.parameterForms[term.index]?.name;
    case 'member':
      return term.name;
    case 'import':
      return term.name === 'default' || term.name === '*' ? lastSegment(term.source) : term.name;
    case 'call':
      return term.construct ? undefined : nameOfResult(term);
    case 'typed':
      return nameOf(term.operand);
    default:
      return undefined;
  }
}

/** What a call gives, by the name that it is asked for, or by that of the function. */
function nameOfResult({ callee, arguments: args }: TermOf<'call'>): string | undefined {
  const [asked, ...others] = args;
  if (callee.kind === 'member' && HANDS_OUT.test(callee.name) && asked?.kind === 'constant')
    return others.length === 0 && typeof asked.value === 'string' ? asked.value : undefined;
  const called =
    callee.kind === 'member' || callee.kind === 'import'
      ? callee.name
      : callee.kind === 'global'
        ? callee.name
        : callee.kind === 'variable'
          ? callee.variable.name
          : undefined;
  const named = called?.replace(GIVES, '');
  return named === undefined || named === called ? undefined : named.charAt(0).toLowerCase() + named.slice(1);
}

function lastSegment(source: string): string | undefined {
  return source
    .split('/')
    .at(-1)
    ?.replace(/\.[cm]?[jt]sx?$/u, '')
    .replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
}
