/** What a key tells about who shares it. */
import type { Program } from '../lower/program.js';
import { importOf } from './exports.js';
import type { Term } from './terms.js';

/** Functions that give an id nobody else has, by the names under which they are known everywhere. */
const UNIQUE_IDS =
  /^(?:random(?:UUID|Bytes|Int|String|Id)?|uuid\w*|v[1-7]|nanoid|ulid|cuid\w*|createId|generateId|mkdtemp(?:Sync)?|incr(?:by)?)$/iu;

/** Libraries whose functions give a file, folder or name of its own to each call. */
const UNIQUE_PACKAGES =
  /^(?:tmp|tmp-promise|tempy|temp|tempfile|temp-write|tempdir|unique-filename|unique-string|uuid|nanoid(?:\/.*)?|ulid|cuid|@paralleldrive\/cuid2|crypto-random-string|hyperid)$/u;

/** `tmp.fileSync()`, `nanoid()`: called from a library that gives what nobody else has. */
export function isOfUniquePackage(term: Term): boolean {
  return term.kind === 'call' && UNIQUE_PACKAGES.test(importOf(term.callee)?.source ?? '');
}

/** `randomUUID()`, where only what was written is known, and not when it ran. */
export function isUniqueCall(term: Term): boolean {
  if (term.kind !== 'call') return false;
  const { callee } = term;
  return (
    (callee.kind === 'import' || callee.kind === 'member' || callee.kind === 'global') &&
    UNIQUE_IDS.test(callee.name)
  );
}

/** True where a key holds an id that this execution has just made: no other one can name it. */
export function isPrivateKey(key: Term, program: Program): boolean {
  switch (key.kind) {
    case 'concat':
      return key.parts.some((part) => isPrivateKey(part, program));
    case 'either': {
      // What is nothing names nothing: `string | null` of a helper that may find none.
      const named = key.options.filter((option) => option.kind !== 'constant' || option.value);
      return named.length > 0 && named.every((option) => isPrivateKey(option, program));
    }
    case 'compute':
      return key.operator === 'key' && key.operands.some((part) => isPrivateKey(part, program));
    case 'made': {
      const definition = program.definitions[key.temp];
      if (definition?.op !== 'call') return false;
      const { callee } = definition;
      if (callee.kind === 'member') return 'name' in callee.property && UNIQUE_IDS.test(callee.property.name);
      const loaded = callee.kind === 'value' ? program.definitions[callee.value] : undefined;
      if (loaded?.op !== 'load') return false;
      const { imported, name } = loaded.variable;
      return UNIQUE_IDS.test(name) || (imported !== undefined && UNIQUE_IDS.test(imported.name));
    }
    case 'member':
      // `tmp.dirSync().name`
      return isPrivateKey(key.object, program);
    case 'call':
      // `randomUUID().slice(0, 8)`
      return (
        isOfUniquePackage(key) ||
        (key.callee.kind === 'member' && isPrivateKey(key.callee.object, program)) ||
        key.arguments.some((argument) => isPrivateKey(argument, program))
      );
    default:
      return false;
  }
}
