/** Records that are read by an id and written by the one that stands in them: `load(id)`, then `save(record)`. */
import type { FlowAccess } from '../flow/value.js';
import type { Program } from '../lower/program.js';
import type { Term } from '../resources/terms.js';
import { isPartOf } from './check-then-act/relations.js';

/** Names of a record's own id; `managerId` and `email` name others. */
const OWN_ID = /^(?:_?id|key|uuid|slug|code)$/u;

/** `game:${id}` and `game:${game.id}`: keys that differ in the id alone, where the second one's is that of what was read. */
export function isByOwnId(key: Term, other: Term, read: FlowAccess, program: Program): boolean {
  if (key.kind !== 'concat' || other.kind !== 'concat')
    return isVarying(key) && isOwnId(other, read, program);
  if (key.parts.length !== other.parts.length) return false;
  const differing = key.parts.flatMap((part, index) => {
    const own = other.parts[index];
    return own === undefined || own === part ? [] : [{ part, own }];
  });
  const [only, ...others] = differing;
  return (
    only !== undefined && others.length === 0 && isVarying(only.part) && isOwnId(only.own, read, program)
  );
}

function isVarying({ kind }: Term): boolean {
  return (
    kind === 'parameter' || kind === 'variable' || kind === 'member' || kind === 'made' || kind === 'call'
  );
}

function isOwnId(term: Term, read: FlowAccess, program: Program): boolean {
  if (term.kind !== 'member' || !OWN_ID.test(term.name)) return false;
  return isPartOf(term.object, read.result) || isChangedCopy(term.object, term.name, program);
}

/** `{ ...game, moves }`: what is written comes from what was read, and its id was not replaced. */
function isChangedCopy(term: Term, id: string, program: Program): boolean {
  const made = term.kind === 'made' ? program.definitions[term.temp] : undefined;
  if (made?.op !== 'object' || !made.entries.some(({ kind }) => kind === 'spread')) return false;
  return !made.entries.some(
    (entry) => entry.kind === 'property' && 'name' in entry.property && entry.property.name === id,
  );
}
