/** Which store a term names: by import and factory, by type, by field, and at last by name. */
import type { StoreModel } from '../../stores/model.js';
import { isOwnStore } from '../../stores/own.js';
import type { ClassForm, FunctionForm, Temp, TypeForm } from '../lower/program.js';
import type { Definitions } from './definitions.js';
import { exportsOf, importOf, type ExportGroup, type StoreExports } from './exports.js';
import { Objects } from './objects.js';
import { derivedFrom, receiverOf, type Receiver } from './receiver.js';
import { isEnvironment, ReceiverNames } from './receiver-names.js';
import { isBacked } from './backing.js';
import { Commands } from './commands.js';
import { DeclaredMembers, isUntyped } from './declared-members.js';
import { Shapes } from './shapes.js';
import { TypedReceivers } from './typed-receivers.js';
import type { Term, TermOf } from './terms.js';

export class Receivers {
  private readonly known = new Map<Term, Receiver | undefined>();
  private readonly exports: StoreExports;
  private readonly names: ReceiverNames;
  private readonly shapes: Shapes;
  private readonly commands: Commands;
  private readonly declared: DeclaredMembers;
  private readonly types: TypedReceivers;
  readonly objects: Objects;

  constructor(
    private readonly definitions: Definitions,
    stores: readonly StoreModel[],
  ) {
    this.exports = exportsOf(stores);
    this.objects = new Objects(definitions);
    this.names = new ReceiverNames(stores, definitions, this.exports, this.objects);
    this.declared = new DeclaredMembers(definitions, this.objects);
    this.types = new TypedReceivers(definitions, this.exports, {
      ofValue: (value, term) => this.recogniseResolved(value, term),
      ofResult: (callee, term, depth) => this.fromResult(callee, term, depth),
    });
    this.shapes = new Shapes(definitions, this.objects);
    this.commands = new Commands(definitions, (term) => this.names.isSomethingElse(term));
  }

  /** The receiver that a term denotes, or undefined where nothing says that it is a store. */
  recognise(term: Term): Receiver | undefined {
    if (this.known.has(term)) return this.known.get(term);
    this.known.set(term, undefined);
    const found = this.inSpace(
      this.resolve(term) ??
        this.shapes.recognise(term) ??
        this.commands.recognise(term) ??
        this.names.recognise(term),
    );
    this.known.set(term, found);
    return found;
  }

  /** The store whose method an imported function is, with the method's name. */
  recogniseFunction(callee: Term): { readonly receiver: Receiver; readonly name: string } | undefined {
    if (callee.kind !== 'import') return undefined;
    const model = this.exports.findFunction(callee);
    if (!model) return undefined;
    const module = this.definitions.terms.import(callee.source, '*');
    const receiver = this.inSpace(receiverOf(model, 'client', 'resolved', module));
    return receiver && { receiver, name: callee.name };
  }

  /** All stores of one space are one. */
  private inSpace(receiver: Receiver | undefined): Receiver | undefined {
    if (receiver?.model.space === undefined) return receiver;
    return { ...receiver, root: this.definitions.terms.global(receiver.model.space) };
  }

  /** The object that a method of `receiver` gives. */
  derive(receiver: Receiver, method: string, term: Term): Receiver | undefined {
    const name = receiver.model.ignoresCase ? method.toLowerCase() : method;
    if (receiver.role === 'batch' && !receiver.model.send?.includes(name)) return receiver;
    const derived = receiver.model.derived?.[name];
    if (!derived || derived.callback !== undefined || (derived.of && derived.of !== receiver.role))
      return undefined;
    return this.inSpace(derivedFrom(receiver, derived, term));
  }

  /** The object that a method of `receiver` hands to its callback argument at `index`. */
  deriveForCallback(receiver: Receiver, method: string, index: number, term: Term): Receiver | undefined {
    const derived = receiver.model.derived?.[receiver.model.ignoresCase ? method.toLowerCase() : method];
    return derived?.callback === index ? derivedFrom(receiver, derived, term) : undefined;
  }

  /** Says what a term is that only the flow could resolve, e.g. a client lent to a callback. */
  assume(term: Term, receiver: Receiver): void {
    this.known.set(term, receiver);
  }

  /** The call that made what a variable or field holds, with the values of its options object in place of it. */
  madeBy(root: Term): Term | undefined {
    const writes =
      root.kind === 'variable'
        ? root.variable.writes
        : root.kind === 'member'
          ? (this.objects.classOf(root.object)?.fieldWrites.get(root.name) ?? [])
          : [];
    const made =
      root.kind === 'call'
        ? root
        : writes.map((write) => this.definitions.termOf(write)).find((term) => term.kind === 'call');
    if (made?.kind !== 'call') return undefined;
    const args = made.arguments.map((argument) => {
      const options = this.definitions.objectOf(argument);
      const limit = options && this.definitions.memberOf(argument, 'concurrency');
      return limit?.kind === 'constant' ? limit : argument;
    });
    return { ...made, arguments: args };
  }

  private resolve(term: Term): Receiver | undefined {
    switch (term.kind) {
      case 'import':
        return this.exported(term, 'instances', term);
      case 'global':
        return this.exports.findGlobal(term);
      case 'variable': {
        const { variable } = term;
        const typed = variable.annotation && this.fromType(variable.annotation, term);
        if (typed) return typed;
        return this.fromWrites(variable.writes, term);
      }
      case 'parameter': {
        const annotation = term.form.parameterForms[term.index]?.annotation;
        return annotation && this.fromType(annotation, term);
      }
      case 'this':
        return 'methods' in term.owner ? this.fromBase(term.owner, term) : undefined;
      case 'typed':
        return this.fromType(term.annotation, term) ?? this.recognise(term.operand);
      case 'member':
        return this.fromMember(term.object, term.name, term);
      case 'call':
        return this.fromCall(term);
      case 'either':
      case 'compute':
        return this.fromOptions(term);
      default:
        return undefined;
    }
  }

  private fromOptions(term: Extract<Term, { kind: 'either' | 'compute' }>): Receiver | undefined {
    if (term.kind === 'compute' && term.operator !== 'default') return undefined;
    const options = term.kind === 'either' ? term.options : term.operands;
    const found = options.flatMap((option) => {
      const receiver = this.recognise(option);
      return receiver && receiver.evidence !== 'named' ? [receiver] : [];
    });
    // `redis = new Redis()`: what is made there tells more than the name of the parameter.
    const [first] = found;
    const known = found.find(({ evidence }) => evidence === 'resolved') ?? first;
    return known && { ...known, root: term, connection: term };
  }

  private fromWrites(writes: readonly Temp[], term: Term): Receiver | undefined {
    for (const write of writes) {
      const found = this.fromTypedCall(write, term) ?? this.recognise(this.definitions.termOf(write));
      if (!found || found.evidence === 'named') continue;
      // A batch or a namespace kept in a variable stays what it is; a client is known by the variable from now on.
      return found.role === 'client' && !found.namespace ? { ...found, root: term, connection: term } : found;
    }
    return undefined;
  }

  /** `container.resolve<Redis>('cache')`: what is written between the brackets is what is handed out. */
  private fromTypedCall(write: Temp, term: Term): Receiver | undefined {
    const { definitions } = this.definitions.program;
    let made = definitions[write];
    while (made?.op === 'suspend') made = definitions[made.from];
    const [type, ...others] = (made?.op === 'call' ? made.types : undefined) ?? [];
    if (!type || others.length > 0 || made?.op !== 'call' || made.construct) return undefined;
    return this.fromType(type, term);
  }

  private fromCall(term: Extract<Term, { kind: 'call' }>): Receiver | undefined {
    const { callee } = term;
    if (importOf(callee)) {
      const made = this.exported(callee, term.construct ? 'classes' : 'factories', term);
      if (made) return made;
      const exported = this.recogniseFunction(callee);
      if (exported) return this.derive(exported.receiver, exported.name, term);
    }
    const offered = this.exports.findAmbientFactory(callee, term);
    if (offered) return offered;
    if (callee.kind === 'member') {
      const receiver = this.recognise(callee.object);
      if (receiver) return this.derive(receiver, callee.name, term);
    }
    const handed = handedOut(term);
    const made = handed && this.exported(handed, 'classes', term);
    if (made) return made;
    if (callee.kind === 'class') return term.construct ? this.fromBase(callee.form, term) : undefined;
    const declared = this.objects.typeOf(callee);
    if (declared?.kind === 'returns') return this.fromType(declared.result, term);
    return this.fromResult(callee, term);
  }

  /** What a function in view gives. */
  private fromResult(callee: Term, term: Term, depth = 0): Receiver | undefined {
    const form = this.functionOf(callee);
    if (!form) return undefined;
    const typed = form.returns && this.types.recognise(form.returns, term, depth);
    return typed ?? this.fromWrites(this.definitions.returnsOf(form), term);
  }

  private functionOf(callee: Term): FunctionForm | undefined {
    if (callee.kind === 'closure') return callee.form;
    if (callee.kind !== 'member') return undefined;
    const { object } = callee;
    return this.objects.methodOf(object, callee.name);
  }

  private fromMember(object: Term, name: string, term: Term): Receiver | undefined {
    const offered = this.exports.findGlobal(term) ?? this.exported(term, 'instances', term);
    if (offered) return offered;
    const together = this.definitions.elementOf(object, name);
    if (together) return this.recogniseResolved(together, term);
    const client = this.recognise(object);
    if (client && client.evidence !== 'named' && !isOwnStore(client.model)) {
      const offered = this.exports.findProperty(client.model, name);
      if (offered) return { ...client, ...offered, root: term, connection: term };
      const namespace = client.model.ignoresCase ? name.toLowerCase() : name;
      return client.model.namespaces?.includes(namespace) ? { ...client, namespace } : undefined;
    }
    const type = this.objects.typeOf(object);
    const typed = type && this.objects.memberType(type, name);
    const found = typed && this.fromType(typed, term);
    if (found) return found;
    if (isEnvironment(object))
      return this.declared.recogniseAny(name, (declared) => this.fromType(declared, term));
    const owner = this.objects.classOf(object);
    if (owner) return this.fromField(owner, name, term);
    return (
      this.fromObject(object, name, term) ?? (isUntyped(object) ? this.fromContext(name, term) : undefined)
    );
  }

  private fromContext(name: string, term: Term): Receiver | undefined {
    const found = this.declared.recognise(name, (declared) => this.fromType(declared, term));
    return found && { ...found, evidence: 'shaped' };
  }

  private fromField(owner: ClassForm, name: string, term: Term): Receiver | undefined {
    for (const form of this.definitions.lineOf(owner)) {
      const declared = form.fieldTypes.get(name) ?? form.getters.get(name)?.returns;
      const found =
        (declared && this.fromType(declared, term)) ??
        this.fromWrites(form.fieldWrites.get(name) ?? [], term);
      if (found) return found;
      const getter = form.getters.get(name);
      if (getter) return this.fromWrites(this.definitions.returnsOf(getter), term);
      const base = form.superClass === undefined ? undefined : this.definitions.termOf(form.superClass);
      const inherited = base && this.exports.findInherited(base, name, term);
      if (inherited) return inherited;
    }
    return undefined;
  }

  /** An object of a class that extends a store's own. */
  private fromBase(owner: ClassForm, term: Term): Receiver | undefined {
    for (const form of this.definitions.lineOf(owner)) {
      const base = form.superClass === undefined ? undefined : this.definitions.termOf(form.superClass);
      const found = base && this.exported(base, 'classes', term);
      if (found) return found;
    }
    return undefined;
  }

  private fromObject(object: Term, name: string, term: Term): Receiver | undefined {
    const made = this.definitions.objectOf(object);
    if (!made) return undefined;
    const writes = made.entries.flatMap((entry) =>
      entry.kind === 'property' && 'name' in entry.property && entry.property.name === name
        ? [entry.value]
        : [],
    );
    return this.fromWrites(writes, term);
  }

  /** The receiver that a type annotation promises. */
  private fromType(type: TypeForm, term: Term): Receiver | undefined {
    return this.types.recognise(type, term);
  }

  private recogniseResolved(term: Term, known: Term): Receiver | undefined {
    const found = this.recognise(term);
    return found && found.evidence !== 'named' ? { ...found, root: known, connection: known } : undefined;
  }

  private exported(term: Term, group: ExportGroup, made: Term): Receiver | undefined {
    const origin = importOf(term);
    const found = origin && this.exports.find(origin, group, made);
    const { backed } = found?.model ?? {};
    if (!backed || !found || made.kind !== 'call') return found;
    return {
      ...found,
      scope: isBacked(this.definitions, backed, made.arguments[backed.at]) ? 'distributed' : 'process',
    };
  }
}

/** The class that is asked for: `container.get(Redis)`, `inject(Redis)`. */
function handedOut({ callee, arguments: args, construct }: TermOf<'call'>): Term | undefined {
  const [asked, ...others] = args;
  if (!asked || others.length > 0 || construct || !importOf(asked)) return undefined;
  const name = callee.kind === 'member' || callee.kind === 'import' ? callee.name : undefined;
  return name !== undefined && /^(?:get|resolve|inject|make)$/u.test(name) ? asked : undefined;
}
