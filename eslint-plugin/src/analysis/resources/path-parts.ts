/** Parts of file names that come again: counts that start with the process, and what callers choose. */
import type { Program, Temp } from '../lower/program.js';
import { namesIn } from './term-names.js';
import type { Term, TermOf } from './terms.js';

/** True for what starts at a number and is only ever counted on from there. */
export function isCounter(writes: readonly Temp[], program: Program): boolean {
  return writes.length > 1 && writes.every((write) => isNumber(write, program) || isStep(write, program));
}

function isNumber(temp: Temp, program: Program): boolean {
  const definition = program.definitions[temp];
  return definition?.op === 'literal' && definition.opaque !== true && typeof definition.value === 'number';
}

/** `count + 1` */
function isStep(temp: Temp, program: Program): boolean {
  const definition = program.definitions[temp];
  if (definition?.op !== 'compute' || !/^\+\+?$/u.test(definition.operator)) return false;
  return definition.operands.every((operand) => {
    const { op } = program.definitions[operand] ?? {};
    return op === 'load' || op === 'get' || isNumber(operand, program);
  });
}

/** What is stored into a field of an object of this file. */
export function fieldWritesOf({ object, name }: TermOf<'member'>): readonly Temp[] {
  return object.kind === 'this' && 'fieldWrites' in object.owner
    ? (object.owner.fieldWrites.get(name) ?? [])
    : [];
}

/** Names of what there are few of: two callers at once want the same. */
const FEW =
  /^(?:month|year|day|date|week|quarter|period|format|ext|extension|lang|language|locale|kind|type|mime_?type|size|width|height|quality|mode|env|environment|platform|region|country|currency|theme|style|variant|year_?month|url|uri|href)$/iu;

/** Names that the caller's file has on the caller's disk. */
const CLIENTS = /^(?:original_?(?:file)?_?name|client_?(?:file)?_?name|file_?name)$/iu;

const UPLOADS = /^(?:uploaded_?)?(?:files?|uploads?|attachments?|blob)$/iu;

/** A guess, by its name: what callers choose, out of few or without regard to each other. */
export function chosenPart(term: Term, program: Program): 'given' | undefined {
  switch (term.kind) {
    case 'parameter':
      return FEW.test(term.form.parameterForms[term.index]?.name ?? '') ? 'given' : undefined;
    case 'member':
      // What a program keeps in its own fields was told once.
      if (term.object.kind === 'this' || term.object.kind === 'global' || term.object.kind === 'import')
        return undefined;
      return FEW.test(term.name) || isClientsName(term, program) ? 'given' : undefined;
    default:
      return undefined;
  }
}

/** `part.filename`, `upload.name`; multer's is one that it has made up, which its `originalname` is not. */
function isClientsName({ object, name }: TermOf<'member'>, program: Program): boolean {
  if (name === 'name') return namesIn(object).some((each) => UPLOADS.test(each));
  if (!CLIENTS.test(name)) return false;
  return !/^file_?name$/iu.test(name) || !program.textOf(program.module.at).includes('multer');
}
