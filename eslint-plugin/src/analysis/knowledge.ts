/** What is known before a file is read: settings and stores, and what the modules of the project speak of. */
import { OWN_STORE_TEXT, OWN_STORES } from '../stores/own.js';
import { AGENT_STORES, STORES } from '../stores/index.js';
import { LOCKS } from '../stores/locks.js';
import type { StoreModel } from '../stores/model.js';
import { declaredNames, methodNames } from './resources/meeting.js';
import { storesIn } from './resources/presence.js';
import { parseSettings, type Settings } from './settings.js';

/** Settings and the stores they add to, the same for every file that is checked with them. */
export interface Knowledge {
  readonly settings: Settings;
  readonly stores: readonly StoreModel[];
  /** What makes a module worth linking: stores, and locks. */
  readonly linked: readonly StoreModel[];
  /** What is known of the modules, and of their statements, that were looked at: many files import the same ones. */
  readonly parts: WeakMap<Part, PartFacts>;
}

/** A module, or a statement of one. */
interface Part {
  readonly text: string;
}

interface PartFacts {
  /** It speaks of a store, of a lock, or may be a store itself. */
  readonly isRelevant: boolean;
  readonly stores: readonly StoreModel[];
  /** What it may be asked to do, in lower case; read when it is first asked for. */
  names?: ReadonlySet<string>;
}

const parsed = new WeakMap<object, Knowledge>();
const NO_SETTINGS = {};

export function knowledgeOf(given: unknown): Knowledge {
  // What is no object at all is told by the schema, each time.
  const key = typeof given === 'object' && given !== null ? given : NO_SETTINGS;
  let knowledge = given === undefined || key === given ? parsed.get(key) : undefined;
  if (!knowledge) {
    const settings = parseSettings(given);
    const stores = [...settings.stores, ...STORES, ...AGENT_STORES];
    knowledge = { settings, stores, linked: [...stores, ...LOCKS], parts: new WeakMap() };
    parsed.set(key, knowledge);
  }
  return knowledge;
}

/** Whether a module is worth linking. */
export function isRelevant(part: Part, knowledge: Knowledge): boolean {
  return factsOf(part, knowledge).isRelevant;
}

/** Whether a module declares something of this name, or speaks of a store whose objects have such a method. */
export function offers(part: Part, name: string, knowledge: Knowledge): boolean {
  const facts = factsOf(part, knowledge);
  facts.names ??= new Set([...declaredNames(part.text), ...facts.stores.flatMap(methodNames)]);
  return facts.names.has(name.toLowerCase());
}

function factsOf(part: Part, { linked, parts }: Knowledge): PartFacts {
  let known = parts.get(part);
  if (known === undefined) {
    const isOwnStore = OWN_STORE_TEXT.test(part.text);
    const stores = [...storesIn([part.text], linked), ...(isOwnStore ? OWN_STORES : [])];
    known = { isRelevant: stores.length > 0, stores };
    parts.set(part, known);
  }
  return known;
}
