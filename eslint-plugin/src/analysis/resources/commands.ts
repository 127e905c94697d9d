/** Clients of Redis that only the flags of a command tell: `client.set(key, token, 'NX', 'PX', 5000)`. */
import { ioredis } from '../../stores/ioredis.js';
import { nodeRedis } from '../../stores/node-redis.js';
import type { StoreModel } from '../../stores/model.js';
import type { CallInstruction } from '../lower/program.js';
import type { Definitions } from './definitions.js';
import { receiverOf, type Receiver } from './receiver.js';
import type { Term } from './terms.js';

export class Commands {
  private found: ReadonlyMap<Term, StoreModel> | undefined;

  constructor(private readonly definitions: Definitions) {}

  /** What nothing else explains, and what is given such a command somewhere in the file. */
  recognise(term: Term): Receiver | undefined {
    if (term.kind !== 'parameter' && term.kind !== 'member' && term.kind !== 'variable' && term.kind !== 'import')
      return undefined;
    this.found ??= this.collect();
    const model = this.found.get(term);
    return model && receiverOf(model, 'client', 'shaped', term);
  }

  private collect(): ReadonlyMap<Term, StoreModel> {
    const found = new Map<Term, StoreModel>();
    for (const form of this.definitions.program.functions) {
      for (const call of form.calls) {
        const { callee } = call;
        if (callee.kind !== 'member' || !('name' in callee.property) || callee.property.name !== 'set') continue;
        const model = this.dialectOf(call);
        const term = model && this.definitions.termOf(callee.object);
        if (!model || !term) continue;
        found.set(term, model);
        // A parameter that is kept as it came is the variable that holds it.
        const [only, ...others] = term.kind === 'variable' ? term.variable.writes : [];
        if (only !== undefined && others.length === 0) found.set(this.definitions.termOf(only), model);
      }
    }
    return found;
  }

  private dialectOf({ arguments: args }: CallInstruction): StoreModel | undefined {
    for (const { value } of args.slice(2)) {
      const term = this.definitions.termOf(value);
      if (term.kind === 'constant' && term.value === 'NX') return ioredis;
      const options = this.definitions.objectOf(term);
      const isFlagged = options?.entries.some(
        (entry) => entry.kind === 'property' && 'name' in entry.property && entry.property.name === 'NX',
      );
      if (isFlagged) return nodeRedis;
    }
    return undefined;
  }
}
