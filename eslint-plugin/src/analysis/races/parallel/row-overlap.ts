/** Whether two accesses of rows can meet in one row, and in one column. */
import type { FlowAccess, Value } from '../../flow/value.js';
import type { Term } from '../../resources/terms.js';

/** What a condition compares columns with, as the flow keeps it in the key of an access; `…` for all else. */
function comparedIn({ key }: FlowAccess): ReadonlyMap<string, Term> | undefined {
  if (key.kind !== 'compute' || key.operator !== 'where') return undefined;
  const compared = new Map<string, Term>();
  for (let index = 0; index + 1 < key.operands.length; index += 2) {
    const name = key.operands[index];
    const value = key.operands[index + 1];
    if (name?.kind === 'constant' && value) compared.set(String(name.value), value);
  }
  return compared;
}

/** True where what is deleted, or read, can be what is created. */
export function coversCreated(chooser: FlowAccess, creation: FlowAccess): boolean {
  const compared = comparedIn(chooser);
  if (!compared || compared.has('…')) return false;
  if (compared.size === 0) return true;
  const given = creation.written?.parts;
  if (!given || given.has('0')) return ![...compared.keys()].every(isIdentity);
  return [...compared].every(([name, value]) => {
    const own = given.get(name) ?? given.get(camelCase(name));
    return own !== undefined && own.term === value;
  });
}

/** A new row has an id of its own. */
function isIdentity(column: string): boolean {
  return /^(?:_?id|uuid|key)$/iu.test(column);
}

function camelCase(name: string): string {
  return name.replace(/_(\w)/gu, (_, letter: string) => letter.toUpperCase());
}

/** The same rows, or all of them on one side. */
export function chooseSame(first: FlowAccess, second: FlowAccess): boolean {
  if (first.key === second.key) return true;
  return (
    [first, second].some((access) => comparedIn(access)?.size === 0) &&
    ![first, second].some((access) => comparedIn(access)?.has('…'))
  );
}

export function choosesNothing(access: FlowAccess): boolean {
  return comparedIn(access)?.size === 0;
}

/** Values that the database computes from what is there: `{ increment: 1 }`, `sql`, `arrayUnion(…)`. */
function isAtomic(value: Value): boolean {
  const names = [...(value.parts?.keys() ?? [])];
  if (
    names.length > 0 &&
    names.every((name) =>
      /^(?:increment|decrement|multiply|divide|push|connect|create|disconnect)$/u.test(name),
    )
  )
    return true;
  const { term } = value;
  if (term.kind !== 'call') return false;
  const { callee } = term;
  const name =
    callee.kind === 'member' || callee.kind === 'import' || callee.kind === 'global' ? callee.name : '';
  return /^(?:sql|raw|literal|increment|arrayUnion|arrayRemove|serverTimestamp)$/u.test(name);
}

/** The columns that are set to something, `$set` taken apart; undefined where they are not written out. */
export function columnsOf({ written }: FlowAccess): ReadonlyMap<string, Value> | undefined {
  if (!written?.parts) return undefined;
  const columns = new Map<string, Value>();
  for (const [name, value] of written.parts) {
    if (name === '$set' || name === '$unset') {
      for (const [inner, set] of value.parts ?? []) columns.set(inner, set);
      if (!value.parts) return undefined;
    } else if (!name.startsWith('$') && !isAtomic(value)) columns.set(name, value);
  }
  return columns;
}
