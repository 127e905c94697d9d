/**
 * Clients of Redis that only their commands tell: those that no other store has, `client.hget(key, field)`, and flags,
 * `client.set(key, token, 'NX', 'PX', 5000)`.
 */
import { ioredis } from '../../stores/ioredis.js';
import { nodeRedis } from '../../stores/node-redis.js';
import { isRedisCommand, redis } from '../../stores/redis.js';
import { upstash } from '../../stores/upstash.js';
import type { StoreModel } from '../../stores/model.js';
import type { CallInstruction } from '../lower/program.js';
import type { Definitions } from './definitions.js';
import { receiverOf, type Receiver } from './receiver.js';
import type { Term } from './terms.js';

/** Flags as words are ioredis' and those of node-redis before 4; in capitals in an object they are node-redis'. */
const FLAGS = new Set(['NX', 'XX', 'EX', 'PX', 'KEEPTTL']);
/** Upstash's. */
const SMALL_FLAGS = new Set(['nx', 'xx', 'ex', 'px']);

/** What queues commands is no client. */
const BATCHES = /^(?:multi|pipeline|batch|transaction)$/iu;
const BATCH_NAMES = /^_?(?:pipe\w*|multi\w*|tx|trx|transaction|batch\w*|chain|commands)$/iu;

export class Commands {
  private found: ReadonlyMap<Term, StoreModel> | undefined;

  /** @param isSomethingElse Whether the file shows that a term is no store. */
  constructor(
    private readonly definitions: Definitions,
    private readonly isSomethingElse: (term: Term) => boolean,
  ) {}

  /** What nothing else explains, and what is given such a command somewhere in the file. */
  recognise(term: Term): Receiver | undefined {
    if (!mayBeClient(term)) return undefined;
    this.found ??= this.collect();
    const model = this.found.get(term);
    if (!model || (model === redis && this.isSomethingElse(term))) return undefined;
    return receiverOf(model, 'client', 'shaped', term);
  }

  private collect(): ReadonlyMap<Term, StoreModel> {
    const told = new Map<Term, Set<StoreModel>>();
    for (const { calls } of this.definitions.program.functions) {
      for (const call of calls) {
        const { callee } = call;
        if (callee.kind !== 'member' || !('name' in callee.property)) continue;
        const model = this.dialectOf(call, callee.property.name);
        const term = model && clientBehind(this.definitions.termOf(callee.object));
        if (!model || !term || this.isBatch(term)) continue;
        for (const each of this.withParameter(term)) told.set(each, (told.get(each) ?? new Set()).add(model));
      }
    }
    return new Map([...told].map(([term, models]) => [term, libraryOf(models)]));
  }

  /** A parameter that is kept as it came is the variable that holds it. */
  private withParameter(term: Term): readonly Term[] {
    const [only, ...others] = term.kind === 'variable' ? term.variable.writes : [];
    if (only === undefined || others.length > 0) return [term];
    const kept = this.definitions.termOf(only);
    return kept.kind === 'parameter' ? [term, kept] : [term];
  }

  private dialectOf(call: CallInstruction, method: string): StoreModel | undefined {
    if (method === 'set') return this.dialectOfFlags(call);
    if (!isRedisCommand(method) || call.arguments.length === 0) return undefined;
    // `hGet` is node-redis'; `hget` is written for all others.
    return /^[a-z]+[A-Z]/u.test(method) ? nodeRedis : redis;
  }

  private dialectOfFlags({ arguments: args }: CallInstruction): StoreModel | undefined {
    for (const { value } of args.slice(2)) {
      const term = this.definitions.termOf(value);
      if (term.kind === 'constant' && typeof term.value === 'string' && FLAGS.has(term.value)) return ioredis;
      for (const entry of this.definitions.objectOf(term)?.entries ?? []) {
        if (entry.kind !== 'property' || !('name' in entry.property)) continue;
        if (FLAGS.has(entry.property.name)) return nodeRedis;
        if (SMALL_FLAGS.has(entry.property.name)) return upstash;
      }
    }
    return undefined;
  }

  private isBatch(term: Term): boolean {
    if (term.kind === 'parameter') return BATCH_NAMES.test(term.form.parameterForms[term.index]?.name ?? '');
    if (term.kind === 'member') return BATCH_NAMES.test(term.name);
    if (term.kind !== 'variable') return false;
    return (
      BATCH_NAMES.test(term.variable.name) ||
      term.variable.writes.some((write) => opensBatch(this.definitions.termOf(write)))
    );
  }
}

/** The one library that the commands tell; where they differ, or most libraries have them, it stays open. */
function libraryOf(models: ReadonlySet<StoreModel>): StoreModel {
  const [only, ...others] = [...models].filter((model) => model !== redis);
  return only && others.length === 0 ? only : redis;
}

function mayBeClient(term: Term): boolean {
  return (
    term.kind === 'parameter' || term.kind === 'member' || term.kind === 'variable' || term.kind === 'import'
  );
}

/** The client of a chain of commands: `client.multi().hset(…)`. */
function clientBehind(term: Term): Term | undefined {
  let object = term;
  let isQueued = false;
  while (object.kind === 'call' && object.callee.kind === 'member') {
    isQueued ||= opensBatch(object);
    object = object.callee.object;
  }
  return object === term || isQueued ? object : undefined;
}

function opensBatch(term: Term): boolean {
  return term.kind === 'call' && term.callee.kind === 'member' && BATCHES.test(term.callee.name);
}
