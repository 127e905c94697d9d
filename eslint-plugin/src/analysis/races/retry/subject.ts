/**
 * What a call is about, roughly: the table, model, URL or key that it names. Two calls with something in
 * common are about the same, as far as a retry is concerned.
 */
import type { CallInstruction, Temp } from '../../lower/program.js';
import type { Term } from '../../resources/terms.js';
import type { ProgramIndex } from '../../resources/code/program-index.js';
import { chainOf, deepEntries, elementsOf, receiverPath, textOf } from '../../resources/code/shapes.js';

/** Words that say how, not what. */
const GENERIC = new Set(
  (
    'get find one by id unique first or throw update save many where async db database client prisma tx trx this repo ' +
    'repository store service model collection api data load fetch read select query put set write create insert ' +
    'with from to and all the fresh latest current new next old version if match compare swap now await kv redis cache ' +
    'execute exec run take manager em orm knex pool sql connection conn session http axios request send s3 dynamo ddb ' +
    'client row record value item entity patch replace lean json text url key base retry body error atomic check commit ' +
    'returning values run promise maybe single transaction batch head command object'
  ).split(' '),
);

export function subjectOf(call: CallInstruction, index: ProgramIndex, depth = 0): ReadonlySet<string> {
  const found = new Set<string>();
  const addWords = (text: string): void => {
    for (const word of wordsOf(text)) if (!GENERIC.has(word)) found.add(word);
  };
  for (const each of chainOf(call, index)) {
    addWords(index.calledName(each) ?? '');
    const given = textOf(each, index);
    if (given && /\b(?:select|update|insert|delete)\b/iu.test(given.text)) {
      for (const [, table = ''] of given.text.matchAll(/\b(?:from|update|into|join)\s+["'`[]?([\w.]+)/giu))
        addWords(table);
      for (const value of [...given.holes, ...(given.values === undefined ? [] : [given.values])])
        addTerms(value, index, found);
      continue;
    }
    for (const { value } of each.arguments) addTerms(value, index, found);
  }
  for (const name of receiverPath(call, index)) addWords(name);
  const form = index.calleeForm(call);
  if (form && depth < 2)
    for (const inner of form.calls) for (const each of subjectOf(inner, index, depth + 1)) found.add(each);
  return found;
}

/** Helpers are asked so deep what their callers hand them. */
const MAX_HANDED = 2;

/** Terms name keys, URLs and ids: equal ones are one object. */
function addTerms(temp: Temp, index: ProgramIndex, found: Set<string>, handed = 0): void {
  const parts = [
    ...deepEntries(temp, index).map((entry) => entry.value),
    ...elementsOf(temp, index),
    ...wholesIn(temp, index, 0),
  ];
  for (const value of [temp, ...parts]) {
    const term = index.termOf(value);
    // What a helper is about is what its callers hand it.
    const place = handed < MAX_HANDED ? index.parameterOf(value) : undefined;
    if (place)
      for (const { call } of index.callersOf(place.form)) {
        const given = call.arguments[place.index];
        if (given) addTerms(given.value, index, found, handed + 1);
      }
    for (const text of [...pathsIn(term), ...pathsIn(keptBy(term, index))])
      for (const word of wordsOf(text)) if (!GENERIC.has(word)) found.add(word);
    if (term.kind === 'made' || term.kind === 'closure') continue;
    if (
      term.kind === 'constant' &&
      (typeof term.value !== 'string' || term.value.length < 4 || GENERIC.has(term.value))
    )
      continue;
    found.add(`#${term.id}`);
  }
}

/** What the one value of a variable is: `const key = `room:${id}``. */
function keptBy(term: Term, index: ProgramIndex): Term {
  if (term.kind !== 'variable') return term;
  const [only, ...others] = term.variable.writes;
  return only === undefined || others.length > 0 ? term : index.termOf(only);
}

/** Objects that are taken in as they are: `new HeadObjectCommand(this.target)`, `{ ...this.target, Body }`. */
function wholesIn(temp: Temp, index: ProgramIndex, depth: number): readonly Temp[] {
  const definition = index.program.definitions[temp];
  if (depth > MAX_HANDED) return [];
  if (definition?.op === 'call')
    return definition.arguments.flatMap(({ value }) => [value, ...wholesIn(value, index, depth + 1)]);
  if (definition?.op !== 'object') return [];
  return definition.entries.flatMap((entry) => (entry.kind === 'spread' ? [entry.value] : []));
}

/** The constant parts of an address or a key: `/docs/${id}`, `doc:${id}`. Which host it is tells nothing. */
function pathsIn(term: Term): readonly string[] {
  const parts = term.kind === 'concat' ? term.parts : [term];
  return parts.flatMap((part) =>
    part.kind === 'constant' &&
    typeof part.value === 'string' &&
    /^[^\s{}<>]*[/:][^\s{}<>]*$/u.test(part.value)
      ? [part.value.replace(/^\w+:\/\/[^/]*/u, '')]
      : [],
  );
}

function wordsOf(text: string): string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/gu, '$1 $2')
    .split(/[^A-Za-z0-9]+/u)
    .map((word) => word.toLowerCase().replace(/ies$/u, 'y').replace(/s$/u, ''))
    .filter((word) => word.length > 1);
}

export function isSameSubject(left: CallInstruction, right: CallInstruction, index: ProgramIndex): boolean {
  const own = parted(subjectOf(left, index));
  const other = parted(subjectOf(right, index));
  if (own.words.length > 0 && other.words.length > 0)
    return own.words.some((word) => other.words.some((each) => isAlike(word, each)));
  return own.terms.some((term) => other.terms.includes(term));
}

function parted(subject: ReadonlySet<string>): {
  readonly words: readonly string[];
  readonly terms: readonly string[];
} {
  const all = [...subject];
  return {
    words: all.filter((each) => !each.startsWith('#')),
    terms: all.filter((each) => each.startsWith('#')),
  };
}

/** `doc` and `document` are one word. */
function isAlike(left: string, right: string): boolean {
  return (
    left === right ||
    (Math.min(left.length, right.length) > 2 && (left.startsWith(right) || right.startsWith(left)))
  );
}
