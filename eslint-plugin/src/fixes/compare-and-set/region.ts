/** The statements that a compare-and-set loop repeats. */
import { enclosingFunction, type SourceCode } from '../code/nodes.js';
import { extendToUses, jumpsOut, regionAround, statementsIn, type Region } from '../code/region.js';
import { extendToChanged } from './changes.js';
import { isRepeatable, type Repetition } from './repeatable.js';

/** The statements to repeat, undefined where repeating or wrapping them would do harm. */
export function findRegion(
  sourceCode: SourceCode,
  { read, write }: Omit<Repetition, 'region'>,
): Region | undefined {
  const owner = enclosingFunction(write.call);
  const around = regionAround(read.call, write.call);
  if (!around || enclosingFunction(read.call) !== owner || enclosingFunction(around.block) !== owner)
    return undefined;
  const begun = extendToChanged(sourceCode, { read, write, region: around });
  const region = begun && extendToUses(sourceCode, begun);
  if (!region || !isRepeatable(sourceCode, { read, write, region })) return undefined;
  return statementsIn(region).some((statement) => jumpsOut(sourceCode, statement)) ? undefined : region;
}
