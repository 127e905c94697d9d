/** Calls that read or write one document of Firestore, by a reference that names it. */
import { DOCUMENT_FUNCTIONS, DOCUMENTS } from '../../stores/rows.js';
import type { CallInstruction, Temp } from '../lower/program.js';
import { importOf } from '../resources/exports.js';
import type { Call } from './calls.js';
import type { RowAccess } from './row-calls.js';
import type { Walk } from './walk.js';

export function documentRow(walk: Walk, call: Call): RowAccess | undefined {
  return methodOfDocument(walk, call) ?? functionOfDocument(walk, call);
}

/** `db.collection('runs').doc(id).set(data)`, `reference.update(data)`. */
function methodOfDocument(walk: Walk, { name, instruction: { callee }, args }: Call): RowAccess | undefined {
  const operation = DOCUMENTS[name ?? ''];
  if (!operation || callee.kind !== 'member') return undefined;
  const made = referenceOf(walk, callee.object);
  const [id] = made?.arguments ?? [];
  if (!id || made?.callee.kind !== 'member') return undefined;
  return {
    operation,
    table: walk.read(made.callee.object).term,
    where: walk.terms.compute('where', [walk.terms.constant('id'), walk.read(id.value).term]),
    columns: operation === 'delete' || operation === 'read' ? undefined : args[0],
  };
}

/** The call of `doc` that gave a reference, there or in the one variable that holds it. */
function referenceOf({ context: { definitions } }: Walk, temp: Temp): CallInstruction | undefined {
  const { program } = definitions;
  let made = program.definitions[temp];
  if (made?.op === 'load' && made.variable.writes.length === 1)
    made = program.definitions[made.variable.writes[0] ?? -1];
  if (made?.op !== 'call' || made.callee.kind !== 'member') return undefined;
  const { property } = made.callee;
  return 'name' in property && property.name === 'doc' ? made : undefined;
}

/** `setDoc(doc(db, 'runs', id), data)`. */
function functionOfDocument(walk: Walk, { name, object, callee, args }: Call): RowAccess | undefined {
  const operation = DOCUMENT_FUNCTIONS[name ?? ''];
  const [reference, data] = args;
  if (!operation || object || !reference) return undefined;
  if (!/^(?:@?firebase\/firestore)/u.test(importOf(callee)?.source ?? '')) return undefined;
  return {
    operation,
    table: walk.terms.constant('document'),
    where: walk.terms.compute('where', [walk.terms.constant('id'), reference.term]),
    columns: operation === 'write' ? data : undefined,
  };
}
