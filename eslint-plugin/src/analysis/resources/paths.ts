/**
 * Paths as keys: texts that name one file are made one term. `join(dir, 'a.json')`, `` `${dir}/a.json` `` and
 * `resolve(dir, './a.json')` are; a part that only its value tells apart stays what it is.
 */
import type { ClassForm } from '../lower/program.js';
import { importOf } from './exports.js';
import type { Definitions } from './definitions.js';
import type { Term } from './terms.js';

const PATH_MODULE = /^(?:node:)?path(?:\/posix|\/win32)?$|^(?:pathe|upath|path-browserify)$/u;
const URL_MODULE = /^(?:node:)?url$/u;

/** The folder of the module at hand, by whatever name. */
const HERE = '__dirname';

/** Paths are not taken apart further than this. */
const MAX_DEPTH = 12;

/** The term that all spellings of a path share. */
export function pathTerm(definitions: Definitions, term: Term): Term {
  switch (term.kind) {
    case 'constant':
      return typeof term.value === 'string' ? definitions.terms.constant(tidy(term.value)) : term;
    case 'concat':
      return joined(definitions, term.parts);
    case 'variable':
      return variablePath(definitions, term);
    case 'typed':
      return pathTerm(definitions, term.operand);
    case 'call':
      return callPath(definitions, term);
    case 'member':
      return memberPath(definitions, term);
    default:
      return term;
  }
}

/** A variable that holds one path for good is that path. */
function variablePath(definitions: Definitions, term: Extract<Term, { kind: 'variable' }>): Term {
  const [only, ...others] = term.variable.writes;
  if (only === undefined || others.length > 0) return term;
  const value = definitions.termOf(only);
  return value !== term && isFixed(value, 0) ? pathTerm(definitions, value) : term;
}

/** A field that is set once, to a path that stays as it is, or that other fields of the object make. */
function fieldPath(definitions: Definitions, term: Extract<Term, { kind: 'member' }>): Term | undefined {
  const { object } = term;
  const owner = object.kind === 'class' ? object.form : object.kind === 'this' ? object.owner : undefined;
  if (!owner || !('fieldWrites' in owner)) return undefined;
  const value = onlyValue(definitions, owner, term.name);
  if (!value || value.kind === 'parameter') return undefined;
  const path = inFields(definitions, value, owner, object);
  return path && path !== term && isFixed(path, 0) ? pathTerm(definitions, path) : undefined;
}

/** What a field is set to, where that happens at one place. */
function onlyValue(definitions: Definitions, owner: ClassForm, name: string): Term | undefined {
  const [only, ...others] = owner.fieldWrites.get(name) ?? [];
  return only === undefined || others.length > 0 ? undefined : definitions.termOf(only);
}

/** A path made of what the constructor is given, said by the fields that keep it: `file + '.tmp'` is `this.file + '.tmp'`. */
function inFields(
  definitions: Definitions,
  path: Term,
  owner: ClassForm,
  object: Term,
  depth = 0,
): Term | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const { terms } = definitions;
  const all = (parts: readonly Term[]): Term[] | undefined => {
    const said = parts.map((part) => inFields(definitions, part, owner, object, depth + 1));
    return said.every((each) => each !== undefined) ? said : undefined;
  };
  switch (path.kind) {
    case 'parameter': {
      const field = [...owner.fieldWrites.keys()].find(
        (name) => onlyValue(definitions, owner, name) === path,
      );
      return field === undefined ? undefined : terms.member(object, field);
    }
    case 'variable': {
      const [only, ...others] = path.variable.writes;
      const value = only === undefined || others.length > 0 ? undefined : definitions.termOf(only);
      return value && value !== path ? inFields(definitions, value, owner, object, depth + 1) : path;
    }
    case 'concat': {
      const parts = all(path.parts);
      return parts && terms.concat(parts);
    }
    case 'call': {
      const args = all(path.arguments);
      return args && terms.call(path.callee, args, path.construct);
    }
    default:
      return path;
  }
}

/** Built from what stays as it is while the program runs: constants, the environment, and paths made of them. */
function isFixed(term: Term, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  const inner = (each: Term): boolean => isFixed(each, depth + 1);
  switch (term.kind) {
    case 'constant':
    case 'global':
    case 'import':
      return true;
    case 'variable':
      return term.variable.writes.length <= 1 && term.variable.kind !== 'parameter';
    case 'member':
      return isKeptField(term) || inner(term.object);
    case 'concat':
      return term.parts.every(inner);
    case 'typed':
      return inner(term.operand);
    case 'either':
      return term.options.every(inner);
    case 'call':
      return isPathFunction(term.callee) && term.arguments.every(inner);
    default:
      return false;
  }
}

/** A field that an object is given once. */
function isKeptField({ object, name }: Extract<Term, { kind: 'member' }>): boolean {
  return (
    object.kind === 'this' &&
    'fieldWrites' in object.owner &&
    object.owner.fieldWrites.get(name)?.length === 1
  );
}

/** Functions that give the same for the same arguments, as long as a process runs. */
function isPathFunction(callee: Term): boolean {
  const called = functionOf(callee);
  if (called !== undefined && /^(?:path\.|url\.|URL$|String$)/u.test(called)) return true;
  return callee.kind === 'member' || callee.kind === 'import'
    ? /^(?:cwd|tmpdir|homedir)$/u.test(callee.name)
    : false;
}

/** Parts written one after another, with the separators that stand in them. */
function joined(definitions: Definitions, parts: readonly Term[]): Term {
  const inner = parts.map((part) => (part.kind === 'constant' ? part : pathTerm(definitions, part)));
  const whole = definitions.terms.concat(inner);
  if (whole.kind === 'constant')
    return typeof whole.value === 'string' ? definitions.terms.constant(tidy(whole.value)) : whole;
  if (whole.kind !== 'concat') return whole;
  return definitions.terms.concat(
    whole.parts.map((part, index) =>
      part.kind === 'constant' ? definitions.terms.constant(tidyPart(String(part.value), index === 0)) : part,
    ),
  );
}

function callPath(definitions: Definitions, term: Extract<Term, { kind: 'call' }>): Term {
  const called = functionOf(term.callee);
  const args = term.arguments;
  const [first, second] = args;
  if (called === undefined || !first) return term;
  switch (called) {
    case 'path.join':
      return segments(definitions, args);
    case 'path.resolve':
      return segments(definitions, fromLastRoot(args));
    case 'path.normalize':
    case 'path.toNamespacedPath':
    case 'url.fileURLToPath':
    case 'String':
      return pathTerm(definitions, first);
    case 'path.dirname':
      return isThisFile(first) ? definitions.terms.global(HERE) : term;
    case 'URL':
      if (!second || !isMeta(second, 'url')) return term;
      if (first.kind === 'constant' && first.value === '.') return definitions.terms.global(HERE);
      return segments(definitions, [definitions.terms.global(HERE), first]);
    default:
      return term;
  }
}

function memberPath(definitions: Definitions, term: Extract<Term, { kind: 'member' }>): Term {
  if (isMeta(term, 'dirname') || isMeta(term, 'dir')) return definitions.terms.global(HERE);
  const field = fieldPath(definitions, term);
  if (field) return field;
  if (term.name === 'pathname' || term.name === 'href') {
    const path = pathTerm(definitions, term.object);
    return path === term.object ? term : path;
  }
  return term;
}

/** `resolve` starts at the last part that is a root of its own. */
function fromLastRoot(parts: readonly Term[]): readonly Term[] {
  const last = parts.findLastIndex(
    (part) => (part.kind === 'constant' && String(part.value).startsWith('/')) || isHere(part),
  );
  return last > 0 ? parts.slice(last) : parts;
}

/** Parts with a separator between each two. What the process starts in is left out: paths are relative to it. */
function segments(definitions: Definitions, parts: readonly Term[]): Term {
  const slash = definitions.terms.constant('/');
  const rest = parts.filter((part, index) => index > 0 || !isWorkingDirectory(part));
  return joined(
    definitions,
    rest.flatMap((part, index) => {
      const segment =
        index > 0 && part.kind === 'constant'
          ? definitions.terms.constant(segmentText(part.value))
          : pathTerm(definitions, part);
      return index === 0 ? [segment] : [slash, segment];
    }),
  );
}

function segmentText(value: unknown): string {
  return String(value).replace(/^(?:\.?\/)+/u, '');
}

/** `./data//a.json` is `data/a.json`, `data/x/../a.json` too. */
function tidy(path: string): string {
  const isRoot = path.startsWith('/');
  const kept: string[] = [];
  for (const segment of path.split(/[/\\]+/u)) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else kept.push(segment);
  }
  return (isRoot ? '/' : '') + kept.join('/');
}

/** The text between two unknown parts keeps its ends: `${dir}/a` is not `${dir}a`. */
function tidyPart(text: string, first: boolean): string {
  const even = text.replace(/[/\\]+/gu, '/').replace(/\/(?:\.\/)+/gu, '/');
  return first ? even.replace(/^(?:\.\/)+/u, '') : even;
}

/** What a call is of, by the module that it comes from: `path.join`. */
function functionOf(callee: Term): string | undefined {
  if (callee.kind === 'global') return callee.name;
  const origin = importOf(callee);
  if (!origin) return undefined;
  const name = origin.name.replace(/^(?:default\.)?(?:posix\.|win32\.)?/u, '');
  if (PATH_MODULE.test(origin.source)) return `path.${name}`;
  if (!URL_MODULE.test(origin.source)) return undefined;
  return name === 'URL' ? name : `url.${name}`;
}

function isHere(term: Term): boolean {
  return (term.kind === 'global' && term.name === HERE) || isMeta(term, 'dirname') || isMeta(term, 'dir');
}

function isThisFile(term: Term): boolean {
  if (term.kind === 'global') return term.name === '__filename';
  if (isMeta(term, 'filename') || isMeta(term, 'path')) return true;
  if (term.kind !== 'call' || functionOf(term.callee) !== 'url.fileURLToPath') return false;
  const [first] = term.arguments;
  return first !== undefined && isMeta(first, 'url');
}

function isMeta(term: Term, name: string): boolean {
  return (
    term.kind === 'member' &&
    term.name === name &&
    term.object.kind === 'global' &&
    term.object.name === 'import.meta'
  );
}

function isWorkingDirectory(term: Term): boolean {
  if (term.kind === 'constant') return term.value === '.' || term.value === './' || term.value === '';
  return (
    term.kind === 'call' &&
    term.callee.kind === 'member' &&
    term.callee.name === 'cwd' &&
    ((term.callee.object.kind === 'global' && term.callee.object.name === 'process') ||
      /^(?:node:)?process$/u.test(importOf(term.callee.object)?.source ?? ''))
  );
}
