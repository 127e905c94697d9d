/** Records written to an index of vectors under ids that other callers use, too. */
import { familyOf, type MethodModel, type StoreModel } from '../../../stores/model.js';
import { SQL_VECTOR } from '../../../stores/vectors/sql-vector.js';
import type { CallInstruction, FunctionForm, Temp } from '../../lower/program.js';
import type { Access, Certainty, FixedId, FixedVectorIdRace, SourceRange, Witness } from '../../race.js';
import type { Origins } from '../../resources/origins.js';
import { receiverOf, type Receiver } from '../../resources/receiver.js';
import { Receivers } from '../../resources/receivers.js';
import { chainOf } from '../../resources/row-chains.js';
import type { Term } from '../../resources/terms.js';
import type { RaceContext } from '../context.js';
import { describeKey, describeTerm } from '../names.js';
import { IdClassifier } from './classify.js';
import { Records } from './records.js';
import { mayHoldStatements, rowIdsOf } from './statements.js';
import { isPrivatePlace, Variation } from './varies.js';

export function findFixedVectorIds(context: RaceContext): readonly FixedVectorIdRace[] {
  const methods = new Set(context.vectorStores.flatMap(({ methods }) => Object.keys(methods).map(lastName)));
  const { program } = context;
  const holdsStatements = mayHoldStatements(program.textOf(program.module.at));
  if (methods.size === 0 && !holdsStatements) return [];
  const finder = new Finder(context);
  const own = program.functions.filter((form) => !program.isLinked(form.at));
  return own.flatMap((form) =>
    form.calls.flatMap((call) => {
      const { callee } = call;
      const name = callee.kind === 'member' && 'name' in callee.property ? callee.property.name : undefined;
      const race = name !== undefined && methods.has(name) ? finder.judge(call, form) : undefined;
      return race ?? (holdsStatements ? finder.judgeStatement(call, form) : undefined) ?? [];
    }),
  );
}

function lastName(name: string): string {
  return name.split('.').at(-1) ?? name;
}

interface FoundMethod {
  readonly receiver: Receiver;
  readonly method: MethodModel;
  readonly name: string;
}

/** A write under an id that is fixed. */
interface FixedWrite {
  /** Undefined where the statement itself says it. */
  readonly id?: Temp;
  readonly literal?: string | undefined;
  readonly kind: FixedId;
  readonly receiver: Receiver;
  readonly name: string;
}

class Finder {
  private readonly origins: Origins;
  private readonly receivers: Receivers;
  private readonly records: Records;
  private readonly ids: IdClassifier;
  private readonly variation: Variation;

  constructor(private readonly context: RaceContext) {
    const { definitions } = context.flow;
    // A client of a database is a store of rows to others; here it is asked for its vectors.
    this.receivers = new Receivers(definitions, context.vectorStores);
    this.origins = context.index.origins;
    this.records = new Records(this.origins);
    this.ids = new IdClassifier(this.origins);
    this.variation = new Variation(this.origins, this.records);
  }

  judge(call: CallInstruction, form: FunctionForm): FixedVectorIdRace | undefined {
    const found = this.methodOf(call);
    if (!found) return undefined;
    const { receiver, method, name } = found;
    if (!method.ids || !this.holdsVectors(call, method)) return undefined;
    const fixed = this.fixedIn(this.records.at(call, method.ids));
    if (!fixed || this.isOnItsOwn(call, found)) return undefined;
    if (!this.writesOther(call) || this.comesFromRead(call)) return undefined;
    return this.race(call, form, { ...fixed, receiver, name });
  }

  /** A row with an embedding that a statement of SQL writes over the one of the same id. */
  judgeStatement(call: CallInstruction, form: FunctionForm): FixedVectorIdRace | undefined {
    const rows = rowIdsOf(call, this.origins, this.records);
    if (!rows) return undefined;
    const fixed = rows.literal === undefined ? this.fixedIn(rows.ids) : ({ kind: 'constant' } as const);
    if (!fixed) return undefined;
    if (!this.writesOther(call)) return undefined;
    const object = call.callee.kind === 'member' ? call.callee.object : call.to;
    const receiver = receiverOf(SQL_VECTOR, 'client', 'shaped', this.origins.termOf(object));
    const name = this.origins.methodName(call) ?? 'the statement';
    return this.race(call, form, { ...fixed, literal: rows.literal, receiver, name });
  }

  /** What is the same whoever writes it can be written twice. */
  private writesOther(call: CallInstruction): boolean {
    const { links } = chainOf(call, this.context.program);
    const given = links.flatMap((link) => (link.call && isPartOfWrite(link.name) ? link.call.arguments : []));
    return [...given, ...call.arguments].some(({ value }) => this.variation.varies(value));
  }

  private race(call: CallInstruction, form: FunctionForm, found: FixedWrite): FixedVectorIdRace | undefined {
    const { id, kind, receiver } = found;
    const certainty = this.certaintyOf(receiver, kind, form);
    const write = this.toAccess(found, call);
    const key = this.origins.termOf(id ?? call.to);
    if (this.context.isExempt({ receiver, key, form }, write.resource)) return undefined;
    const defined = id === undefined ? undefined : this.origins.definitionOf(id)?.at;
    return {
      kind: 'fixed-vector-id',
      certainty,
      place: call.at,
      id: kind,
      made: defined && !this.context.program.isLinked(defined) ? defined : call.at,
      write,
      witness: witnessOf(call.at, found.name, write.resource.key, kind),
    };
  }

  private methodOf(call: CallInstruction): FoundMethod | undefined {
    const { callee } = call;
    if (callee.kind !== 'member' || !('name' in callee.property)) return undefined;
    const { name } = callee.property;
    const receiver = this.receiverOf(callee.object);
    if (!receiver || familyOf(receiver.model) !== 'vectors') return undefined;
    const method = receiver.model.methods[receiver.namespace ? `${receiver.namespace}.${name}` : name];
    return method && { receiver, method, name };
  }

  /** The store that an expression is; for a parameter without a type, what the calls in this file pass. */
  private receiverOf(temp: Temp): Receiver | undefined {
    const found = this.receivers.recognise(this.origins.termOf(temp));
    if (found?.evidence === 'resolved') return found;
    const term = this.parameterBehind(this.origins.termOf(temp));
    if (term?.kind !== 'parameter') return found;
    const given = term.index === 0 ? this.origins.callbackSite(term.form) : undefined;
    if (given?.callee.kind === 'member' && this.origins.methodName(given) === 'then')
      return this.receivers.recognise(this.origins.termOf(given.callee.object)) ?? found;
    for (const call of this.origins.callsOf(term.form) ?? []) {
      const argument = call.arguments[term.index];
      const passed = argument && this.receivers.recognise(this.origins.termOf(argument.value));
      if (passed?.evidence === 'resolved') return passed;
    }
    return found;
  }

  private parameterBehind(term: Term): Term | undefined {
    if (term.kind !== 'variable' || term.variable.kind !== 'parameter') return term;
    const [write] = term.variable.writes;
    return write === undefined || term.variable.writes.length > 1 ? undefined : this.origins.termOf(write);
  }

  private holdsVectors(call: CallInstruction, { holds }: MethodModel): boolean {
    if (!holds) return true;
    return holds.some(
      (name) =>
        this.records.at(call, { at: 0, path: ['*', name] }).length > 0 ||
        this.records.at(call, { at: 0, path: [name] }).length > 0,
    );
  }

  private fixedIn(ids: readonly Temp[]): { readonly id: Temp; readonly kind: FixedId } | undefined {
    for (const id of ids) {
      const kind = this.ids.classify(id);
      if (kind !== 'free') return { id, kind };
    }
    return undefined;
  }

  /** The collection or the namespace is the caller's own, and the id with it. */
  private isOnItsOwn(call: CallInstruction, { receiver, method }: FoundMethod): boolean {
    const named = (method.within ?? []).flatMap((ref) => this.records.at(call, ref));
    const object = call.callee.kind === 'member' ? call.callee.object : undefined;
    return [...named, ...this.placesOf(object, receiver.model)].some((place) =>
      isPrivatePlace(place, this.origins),
    );
  }

  /** The arguments with which a receiver was taken from its client: `index.namespace(agentId)`. */
  private placesOf(object: Temp | undefined, model: StoreModel, depth = 0): readonly Temp[] {
    if (object === undefined || depth > 8) return [];
    return this.origins.of(object).flatMap((made) => {
      if (made.op === 'get') return this.placesOf(made.object, model, depth + 1);
      if (made.op !== 'call' || made.callee.kind !== 'member') return [];
      const isOwn = model.derived?.[this.origins.methodName(made) ?? '']?.separate === true;
      const own = isOwn ? made.arguments.map(({ value }) => value) : [];
      return [...own, ...this.placesOf(made.callee.object, model, depth + 1)];
    });
  }

  /** A record that is read, changed and written back is another rule's. */
  private comesFromRead(call: CallInstruction): boolean {
    return this.context.flow.summaries
      .finished()
      .some(({ accesses }) =>
        accesses.some(
          (access) =>
            access.instruction === call &&
            [...(access.written?.sources ?? [])].some(
              (source) => source.kind === 'read' && source.access.receiver.root === access.receiver.root,
            ),
        ),
      );
  }

  private certaintyOf(receiver: Receiver, kind: FixedId, form: FunctionForm): Certainty {
    // Only a name says that it is an index, and the library is not even imported.
    if (receiver.evidence === 'named' && !this.isImported(receiver)) return 'possible';
    const concurrency = this.context.concurrencyOf(form, 'stores');
    if (concurrency === 'once') return 'possible';
    if (receiver.evidence === 'named' || concurrency === 'unknown') return 'likely';
    return kind === 'constant' || kind === 'index' || kind === 'count' ? 'certain' : 'likely';
  }

  private isImported({ model }: Receiver): boolean {
    return this.context.program.definitions.some((made) => {
      if (made?.op === 'load') return isFrom(made.variable.imported?.source, model.packages);
      if (made?.op !== 'call') return false;
      const term = this.origins.termOf(made.to);
      return term.kind === 'import' && isFrom(term.source, model.packages);
    });
  }

  private toAccess({ receiver, name, id, literal }: FixedWrite, call: CallInstruction): Access {
    return {
      operation: 'write',
      method: name,
      resource: {
        store: receiver.model.id,
        scope: receiver.model.scope,
        receiver: describeTerm(receiver.root, this.context),
        key: id === undefined ? (literal ?? '') : describeId(this.origins, id, this.context),
      },
      range: call.at,
    };
  }
}

/** Links of a call that is built up, as far as they say what is written. */
function isPartOfWrite(name: string): boolean {
  return /^(?:with[A-Z]\w*|values|insert)$/u.test(name);
}

/** An id as the source writes it, without quotes. */
function describeId(origins: Origins, id: Temp, context: RaceContext): string {
  const term = origins.termOf(id);
  const made = origins.definitionOf(id);
  if (term.kind === 'constant' || !made) return describeKey(term, context);
  const text = context.program.textOf(made.at).replace(/\s+/gu, ' ').replace(/^`|`$/gu, '');
  return text.length > MAX_ID ? `${text.slice(0, MAX_ID - 1)}…` : text;
}

/** Longer ids are cut off in messages. */
const MAX_ID = 60;

function isFrom(source: string | undefined, packages: readonly string[]): boolean {
  return source !== undefined && packages.includes(source);
}

const REASONS: Readonly<Record<FixedId, string>> = {
  constant: 'the same id',
  index: 'counted from the same number',
  count: 'after the same count',
  shared: 'the same id',
  topic: 'of the same topic',
};

function witnessOf(at: SourceRange, method: string, id: string, kind: FixedId): Witness {
  const text = `${method} writes \`${id}\`, ${REASONS[kind]}`;
  return [
    { execution: 'A', action: 'write', range: at, text, value: "A's record" },
    { execution: 'B', action: 'write', range: at, text, value: "B's record", loses: true },
  ];
}
