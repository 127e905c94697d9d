/** Writes of which only the name tells: the library keeps the version, or the server does. */
import type { CallInstruction, Temp } from '../../../lower/program.js';
import { SAVING_METHOD } from '../../../../stores/conditional-writes.js';
import type { ProgramIndex } from '../../../resources/code/program-index.js';
import { verbOf } from '../requests.js';
import { entriesOf, entryOf, receiverPath } from '../../../resources/code/shapes.js';
import { EITHER, RESULT, THROWS, type ConditionalWrite } from './conditional-write.js';
import { valuesIn } from './rows.js';
/** `doc.save()`, `em.flush()`, `repo.save(entity)`, `update({ where, data })`: the library knows the version, or nobody does. */
export function saving(call: CallInstruction, index: ProgramIndex): ConditionalWrite | undefined {
  const name = index.calledName(call) ?? '';
  const isRequest = isHttpWrite(call, index);
  if (!isRequest && !SAVING_METHOD.test(name)) return undefined;
  if (call.callee.kind === 'member' && name === 'set' && call.arguments.length < 2) return undefined;
  const args = call.arguments.map(({ value }) => value);
  const base = { call, place: call.at, versions: [], evidence: 'saving' } as const;
  if (args.length === 0 || name === 'save' || name === 'flush' || name === 'commit') {
    const [first] = args;
    const receiver = call.callee.kind === 'member' ? call.callee.object : undefined;
    const isEntity = first === undefined || isOptions(first, index);
    const value = isEntity ? receiver : first;
    const values =
      name === 'flush' || name === 'commit'
        ? entitiesChanged(call, index)
        : value === undefined
          ? []
          : [value, ...valuesSetOn(value, index)];
    return { ...base, values, signals: THROWS, whole: true };
  }
  const parts = args.flatMap((value) => {
    const inner = valuesIn(value, index);
    return inner.length > 0 ? inner : entryOf(value, 'where', index) === undefined ? [value] : [];
  });
  return { ...base, values: parts, signals: isRequest && name === 'fetch' ? RESULT : EITHER, whole: false };
}

/** `doc.set('title', title)`, `doc.overwrite(body)`, `repo.merge(doc, patch)`: what was put into it by a call. */
function valuesSetOn(value: Temp, index: ProgramIndex): Temp[] {
  const variable = index.variableOf(value);
  if (!variable) return [];
  return index.sites.flatMap(({ call }) => {
    const { callee } = call;
    if (callee.kind !== 'member') return [];
    const name = index.calledName(call) ?? '';
    const args = call.arguments.map((argument) => argument.value);
    if (PUTS_INTO_ITSELF.test(name) && index.variableOf(callee.object) === variable) return args;
    const [target, ...rest] = args;
    return PUTS_INTO_FIRST.test(name) && target !== undefined && index.variableOf(target) === variable
      ? rest
      : [];
  });
}

const PUTS_INTO_ITSELF = /^(?:set|overwrite|\$set|setValue|setDataValue|setAttributes|merge)$/u;
const PUTS_INTO_FIRST = /^(?:assign|merge)$/u;

function isOptions(temp: Temp, index: ProgramIndex): boolean {
  return entriesOf(temp, index).some(({ name }) =>
    /^(?:session|transaction|validateBeforeSave|reload|timestamps)$/u.test(name),
  );
}

/** What a unit of work writes: the objects whose members the function has set. */
function entitiesChanged(call: CallInstruction, index: ProgramIndex): Temp[] {
  const form = index.siteOf(call)?.form;
  const forms = [form, form?.parent].flatMap((each) => (each && each.kind !== 'module' ? [each] : []));
  return forms.flatMap((each) => each.sets.map(({ object }) => object));
}

function isHttpWrite(call: CallInstruction, index: ProgramIndex): boolean {
  const name = index.calledName(call) ?? '';
  const verb = verbOf(call, index);
  if (verb !== undefined) return verb === 'PUT' || verb === 'PATCH';
  const path = receiverPath(call, index);
  return (
    /^(?:put|patch)$/u.test(name) && path.some((each) => /axios|http|got|ky|client|api|request/iu.test(each))
  );
}
