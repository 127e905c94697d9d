/** What was loaded under a lock is saved after it was let go of. */
import type { CallInstruction, Temp } from '../../lower/program.js';
import type { SourceRange } from '../../race.js';
import type { RaceContext } from '../context.js';
import { outcomeOf } from './outcome.js';
import { calledName, isPause } from './pauses.js';
import type { Paths } from '../../resources/code/paths.js';
import type { LockUse } from './uses.js';

const SAVES = /^(?:save|update|write|put|persist|upsert|replace|store|set|insert|commit)(?![a-z])/u;
const LOADS = /^(?:load|read|get|find|fetch|select|query)(?![a-z])/u;

export interface LateWrite {
  readonly release: SourceRange;
  readonly write: SourceRange;
}

/** `const doc = await store.load(id); release(); await store.save(doc);`: load and save of one object. */
export function findLateWrite(use: LockUse, places: Paths, context: RaceContext): LateWrite | undefined {
  const { program } = context;
  const instructions = places.instructionsOf(use.form);
  const calls = instructions.filter((each) => each.op === 'call');
  for (const { site, call: released } of use.releases) {
    const path = places.pathOf(use.form, site) ?? [];
    if (
      path.some((step) => step.part === 'handler' || (step.part === 'arm' && !use.outcome.has(step.in.test)))
    )
      continue;
    const loads = calls.filter(
      (call) =>
        call.at.start > use.acquire.at.end &&
        call.at.end < site.at.start &&
        program.awaited.has(call.to) &&
        LOADS.test(calledName(call, program) ?? '') &&
        !isPause(call, program),
    );
    for (const load of loads) {
      const loaded = outcomeOf([load.to], instructions);
      const write = calls.find(
        (call) =>
          call.at.start > site.at.end &&
          program.awaited.has(call.to) &&
          SAVES.test(calledName(call, program) ?? '') &&
          takes(call, loaded) &&
          isSameHome(load, call, context),
      );
      if (write) return { release: released.at, write: write.at };
    }
  }
  return undefined;
}

function takes(call: CallInstruction, loaded: ReadonlySet<Temp>): boolean {
  return call.arguments.some(({ value }) => loaded.has(value));
}

/** Methods of one object, or functions that are given the same first argument. */
function isSameHome(load: CallInstruction, save: CallInstruction, { flow }: RaceContext): boolean {
  const { definitions } = flow;
  if (load.callee.kind === 'member' && save.callee.kind === 'member')
    return definitions.termOf(load.callee.object) === definitions.termOf(save.callee.object);
  const [read] = load.arguments;
  const [written] = save.arguments;
  if (load.callee.kind !== 'value' || save.callee.kind !== 'value' || !read || !written) return false;
  const key = definitions.termOf(read.value);
  return key === definitions.termOf(written.value) && key.kind !== 'made';
}
