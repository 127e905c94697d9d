/** Calls that read or write one document of Firestore, or one object of a bucket, by a reference that names it. */
import { DOCUMENT_FUNCTIONS, DOCUMENTS, OBJECT_HANDLES, type RowOperation } from '../../stores/rows.js';
import type { CallInstruction, Temp } from '../lower/program.js';
import { importOf } from '../resources/exports.js';
import type { Call } from './calls.js';
import type { RowAccess } from './row-calls.js';
import type { Walk } from './walk.js';

export function documentRow(walk: Walk, call: Call): RowAccess | undefined {
  return methodOfDocument(walk, call) ?? functionOfDocument(walk, call);
}

/** `db.collection('runs').doc(id).set(data)`, `reference.update(data)`. */
function methodOfDocument(walk: Walk, call: Call): RowAccess | undefined {
  return referredRow(walk, call, 'doc', DOCUMENTS);
}

/** `bucket.file('report.csv').save(text)`: the name of the object is what its handle is made with. */
export function objectRow(walk: Walk, call: Call): RowAccess | undefined {
  for (const [maker, methods] of Object.entries(OBJECT_HANDLES)) {
    const row = referredRow(walk, call, maker, methods);
    if (row) return row;
  }
  return undefined;
}

function referredRow(
  walk: Walk,
  { name, instruction: { callee }, args }: Call,
  maker: string,
  methods: Readonly<Record<string, RowOperation>>,
): RowAccess | undefined {
  const operation = methods[name ?? ''];
  if (!operation || callee.kind !== 'member') return undefined;
  const made = referenceOf(walk, callee.object, maker);
  const [id] = made?.arguments ?? [];
  if (!id || made?.callee.kind !== 'member') return undefined;
  return {
    operation,
    table: walk.read(made.callee.object).term,
    where: walk.terms.compute('where', [walk.terms.constant('id'), walk.read(id.value).term]),
    columns: operation === 'delete' || operation === 'read' ? undefined : args[0],
  };
}

/** The call of `doc`, or of another maker, that gave a reference, there or in the one variable that holds it. */
function referenceOf(
  { context: { definitions } }: Walk,
  temp: Temp,
  maker: string,
): CallInstruction | undefined {
  const { program } = definitions;
  let made = program.definitions[temp];
  if (made?.op === 'load' && made.variable.writes.length === 1)
    made = program.definitions[made.variable.writes[0] ?? -1];
  if (made?.op !== 'call' || made.callee.kind !== 'member') return undefined;
  const { property } = made.callee;
  return 'name' in property && property.name === maker ? made : undefined;
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
