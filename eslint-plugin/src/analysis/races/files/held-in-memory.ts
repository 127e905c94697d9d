/** What was read and then kept in a field or variable, from where a later step of the same operation takes it. */
import { MEMORY } from '../../../stores/memory.js';
import type { FlowAccess, Sources } from '../../flow/value.js';
import type { Summary } from '../../summaries/summary.js';
import type { RaceContext } from '../context.js';

/** Values are traced back through so many places. */
const MAX_READS = 64;

/**
 * The reads that a written value comes from, newest first. `this.data = await load()` and, later in the same
 * operation, `await save(this.data)`: the value comes from what `load` has read.
 */
export function readsBehind(write: FlowAccess, summary: Summary): readonly FlowAccess[] {
  const found = new Set<FlowAccess>();
  const collect = (sources: Sources | undefined): void => {
    for (const source of [...(sources ?? [])].reverse()) {
      if (source.kind !== 'read' || found.has(source.access) || found.size >= MAX_READS) continue;
      found.add(source.access);
      if (source.access.receiver.model === MEMORY)
        collect(keptBefore(source.access, summary)?.written?.sources);
    }
  };
  collect(write.written?.sources);
  return [...found];
}

/** What was last put, in this operation and each time it runs, in the place that a read of memory looks at. */
function keptBefore(read: FlowAccess, summary: Summary): FlowAccess | undefined {
  const end = summary.accesses.indexOf(read);
  const kept = summary.accesses.findLast(
    (access, index) =>
      (end < 0 || index < end) &&
      access.operation === 'write' &&
      access.receiver.model === MEMORY &&
      // Not what is added to the container that stands there.
      access.method === 'assignment' &&
      access.key === read.key,
  );
  return kept && !isLoadedOnce(kept, summary) ? kept : undefined;
}

/**
 * `if (!this.data) this.data = await load()`: what decides whether it is read is set by the same operation. From
 * then on memory is what counts, and the file a copy of it.
 */
export function isLoadedOnce({ control }: FlowAccess, { accesses }: Summary): boolean {
  return [...control].some(
    (source) =>
      source.kind === 'read' &&
      source.access.receiver.model === MEMORY &&
      accesses.some(
        (access) =>
          access.method === 'assignment' &&
          access.receiver.model === MEMORY &&
          access.key === source.access.key,
      ),
  );
}

/**
 * `const items = await load(); return { add(item) { items.push(item); return save(items); } }`: the file is read where
 * the functions are made that write it, and once. From then on memory is what counts here, too.
 */
export function isReadAtStart(read: FlowAccess, write: FlowAccess, { flow }: RaceContext): boolean {
  return flow.outliving.has(write) && !flow.outliving.has(read);
}
