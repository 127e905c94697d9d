/** Applies a function's summary at a call: parameters become arguments, `this` becomes the object. */
import { MEMORY } from '../../stores/memory.js';
import type { Call } from '../flow/calls.js';
import { decidingSources } from '../flow/deciding.js';
import type { Guard } from '../flow/guards.js';
import { isChangedInPlace } from '../flow/state.js';
import { keyTerm } from '../flow/store-arguments.js';
import { toldThrough, type PathTold } from '../flow/told-paths.js';
import {
  NO_SOURCES,
  readSource,
  union,
  type Decision,
  type FlowAccess,
  type Source,
  type Sources,
  type Suspensions,
  type Value,
} from '../flow/value.js';
import { MAX_PART_DEPTH, type Walk } from '../flow/walk.js';
import type { FunctionForm } from '../lower/program.js';
import { pathTerm } from '../resources/paths.js';
import type { Receiver } from '../resources/receiver.js';
import type { Term } from '../resources/terms.js';
import type { Summary } from './summary.js';

/** Helpers of helpers double what they call: a walk takes over so many accesses from its calls and no more. */
const MAX_TAKEN_OVER = 500;

export function applySummary(walk: Walk, form: FunctionForm, summary: Summary, call: Call): Value {
  // What takes a lock is not itself under it.
  const held = walk.state.guards.filter((guard) => guard.call !== call.instruction);
  walk.context.summaries.noteCaller(form, held);
  const application = new Application(walk, form, call, summary);
  const met = walk.accesses.length;
  for (const access of summary.accesses) {
    const applied = application.access(access);
    if (applied !== access) walk.accesses.push(applied);
  }
  for (const told of summary.told) application.told(told, met);
  application.forgetSources();
  if (summary.waitsForOthers) walk.foreignWaits++;
  for (const [index, sources] of summary.stores) {
    const argument = call.args[index];
    if (argument) walk.state.take(argument.term, application.sources(sources));
  }
  for (const guard of summary.held) walk.state.guards = [...walk.state.guards, application.guard(guard)];
  const result = application.value(summary.result);
  if (summary.changesResult) walk.state.changed.add(result.term);
  return result;
}

/** One application: the same callee value becomes the same caller value throughout. */
class Application {
  private readonly id: number;
  private readonly terms = new Map<Term, Term>();
  private readonly accesses = new Map<FlowAccess, FlowAccess>();
  private readonly guards = new Map<Guard, Guard>();
  private readonly parts = new Map<Value['parts'], NonNullable<Value['parts']>>();
  private readonly sets = new Map<Sources, Sources>();
  private readonly tested = new Map<Sources, Sources>();
  private suspended: Suspensions | undefined;

  constructor(
    private readonly walk: Walk,
    private readonly form: FunctionForm,
    private readonly call: Call,
    private readonly summary: Summary,
  ) {
    this.id = walk.context.summaries.nextApplication();
  }

  access(access: FlowAccess): FlowAccess {
    let applied = this.accesses.get(access);
    if (!applied) {
      if (this.walk.takenOver >= MAX_TAKEN_OVER) return access;
      this.walk.takenOver++;
      const { state, context } = this.walk;
      const isLater = context.later.has(access);
      const written = access.written && this.value(access.written);
      applied = {
        ...access,
        receiver: this.receiver(access.receiver),
        key: keyTerm(this.walk, access.receiver, this.keyOf(access)),
        field: access.field && this.term(access.field),
        written,
        changedInPlace: access.changedInPlace || isChangedInPlace(state, written?.term),
        via: { call: this.call.instruction, application: this.id },
        guards: [...(isLater ? [] : state.guards), ...access.guards.map((guard) => this.guard(guard))],
        control: union(isLater ? NO_SOURCES : state.control, this.deciding(access.control)),
        decisions: [
          ...(isLater ? [] : state.decisions),
          ...access.decisions.map((decision) => this.decision(decision)),
        ],
        waited: union(state.waited, this.deciding(access.waited)),
        suspensions: access.suspensions ? this.inside() : state.suspensions,
        afterDelete: access.afterDelete,
        result: this.term(access.result),
      };
      if (isLater) context.later.add(applied);
      if (context.outliving.has(access)) context.outliving.add(applied);
      this.accesses.set(access, applied);
    }
    return applied;
  }

  /** A property is a place, whatever it was declared to start with. */
  private keyOf({ receiver, key }: FlowAccess): Term {
    return receiver.model === MEMORY && key.kind === 'member' && key.object === receiver.root
      ? this.walk.terms.member(this.term(key.object), key.name)
      : this.term(key);
  }

  /** Behind a suspension of the callee: one for all, since its own are told apart in its own walk. */
  private inside(): Suspensions {
    const { suspensions } = this.walk.state;
    this.suspended ??= {
      at: this.call.instruction,
      before: suspensions,
      count: (suspensions?.count ?? 0) + 1,
      foreign: this.summary.waitsForOthers,
    };
    this.walk.waits.noteRan(this.suspended);
    return this.suspended;
  }

  private decision(decision: Decision): Decision {
    return { ...decision, test: this.term(decision.test), reads: this.sources(decision.reads) };
  }

  /** Helpers of helpers double what they call, here too. */
  told(told: PathTold, met: number): void {
    if (this.walk.told.length >= MAX_TAKEN_OVER) return;
    const { definitions } = this.walk.context;
    const guards = [...this.walk.state.guards, ...told.guards.map((guard) => this.guard(guard))];
    this.walk.told.push(
      toldThrough(told, this.call.instruction, met, guards, (term) => pathTerm(definitions, this.term(term))),
    );
  }

  guard(guard: Guard): Guard {
    let applied = this.guards.get(guard);
    if (!applied) {
      applied = { ...guard, on: this.term(guard.on), outcome: guard.outcome };
      this.guards.set(guard, applied);
    }
    return applied;
  }

  value(value: Value, depth = 0): Value {
    const parts = depth < MAX_PART_DEPTH ? value.parts && this.partsOf(value.parts, depth) : undefined;
    const term = this.term(value.term);
    return { term, sources: this.sources(value.sources), ...(parts && { parts }) };
  }

  private partsOf(parts: NonNullable<Value['parts']>, depth: number): NonNullable<Value['parts']> {
    let applied = this.parts.get(parts);
    if (!applied) {
      applied = new Map([...parts].map(([name, part]) => [name, this.value(part, depth + 1)]));
      this.parts.set(parts, applied);
    }
    return applied;
  }

  sources(sources: Sources): Sources {
    if (sources.size === 0) return sources;
    const known = this.sets.get(sources);
    if (known) return known;
    const applied = new Set<Source>();
    for (const source of sources) {
      if (source.kind === 'read') applied.add(readSource(this.access(source.access), source.part));
      else if (source.form !== this.form) applied.add(source);
      else {
        const argument = this.call.args[source.index];
        if (argument) for (const each of this.walk.wholeSources(argument)) applied.add(each);
      }
    }
    this.sets.set(sources, applied);
    return applied;
  }

  /** Sources of what was tested: a test of a parameter asks for what the argument says. */
  private deciding(sources: Sources): Sources {
    if (sources.size === 0) return sources;
    const known = this.tested.get(sources);
    if (known) return known;
    const applied = new Set<Source>();
    for (const source of sources) {
      const argument =
        source.kind === 'parameter' && source.form === this.form ? this.call.args[source.index] : undefined;
      const asked = argument
        ? decidingSources(this.walk, argument, this.walk.wholeSources(argument))
        : this.sources(new Set([source]));
      for (const each of asked) applied.add(each);
    }
    this.tested.set(sources, applied);
    return applied;
  }

  /** The arguments are about to take in what the callee stores into them. */
  forgetSources(): void {
    this.sets.clear();
    this.tested.clear();
    this.parts.clear();
  }

  term(term: Term): Term {
    let applied = this.terms.get(term);
    if (!applied) {
      applied = this.substitute(term);
      this.terms.set(term, applied);
    }
    return applied;
  }

  private receiver(receiver: Receiver): Receiver {
    const root = this.term(receiver.root);
    const connection = this.term(receiver.connection);
    const known = root === receiver.root ? undefined : this.walk.context.receivers.recognise(root);
    const evidence = known?.evidence === 'resolved' ? 'resolved' : receiver.evidence;
    const scope = known?.scope ?? receiver.scope;
    return { ...receiver, root, connection, evidence, ...(scope && { scope }) };
  }

  private substitute(term: Term): Term {
    const { terms } = this.walk;
    switch (term.kind) {
      case 'parameter':
        return term.form === this.form
          ? (this.call.args[term.index]?.term ?? terms.constant(undefined))
          : term;
      case 'variable':
        // A captured variable is what it is at the call.
        return this.walk.state.variables.get(term.variable)?.term ?? term;
      case 'this':
        return this.thisTerm(term);
      case 'member':
        return this.walk.context.definitions.memberOf(this.term(term.object), term.name);
      case 'index':
        return terms.index(this.term(term.object), this.term(term.key));
      case 'concat':
        return terms.concat(term.parts.map((part) => this.term(part)));
      case 'call':
        return terms.call(
          this.term(term.callee),
          term.arguments.map((argument) => this.term(argument)),
          term.construct,
        );
      case 'compute':
        return terms.compute(
          term.operator,
          term.operands.map((operand) => this.term(operand)),
        );
      case 'either':
        return terms.either(
          term.options.map((option) => this.term(option)),
          term.at,
        );
      case 'typed':
        return this.typedTerm(this.term(term.operand), term);
      case 'made':
        return terms.made(term.temp);
      default:
        return term;
    }
  }

  /** What is known to be a store is that store, whatever the callee calls its type. */
  private typedTerm(operand: Term, { annotation }: Extract<Term, { kind: 'typed' }>): Term {
    const { receivers } = this.walk.context;
    return receivers.recognise(operand) ? operand : this.walk.terms.typed(operand, annotation);
  }

  /** `this` of a method called on an instance is that instance. */
  private thisTerm(term: Extract<Term, { kind: 'this' }>): Term {
    const { object } = this.call;
    if (!object || object.term.kind === 'this') return term;
    const { member } = this.form;
    return member !== undefined && term.owner === member ? object.term : term;
  }
}
