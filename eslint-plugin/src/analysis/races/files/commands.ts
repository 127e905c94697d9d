/** What becomes of a path that is told to other programs, and to libraries that write files. */
import type { PathTold } from '../../flow/told-paths.js';
import type { FlowAccess } from '../../flow/value.js';
import { isBeneath, saysPath } from '../../resources/path-relations.js';
import type { Term } from '../../resources/terms.js';
import type { Summary } from '../../summaries/summary.js';

/** The command that, after a write, is told the path, or the folder in which it is; the newest. */
export function handedOnTo(write: FlowAccess, { accesses, told }: Summary): PathTold | undefined {
  const index = accesses.indexOf(write);
  return told.findLast(
    (each) => each.kind === 'command' && each.behind > index && isToldPath(each, write.key),
  );
}

/** True where a call is told a path, or a folder around it. */
export function isToldPath({ told }: PathTold, path: Term): boolean {
  return told.some((each) => saysPath(each, path) || isBeneath(path, each));
}

/** It waits for the other program, and lets nobody in meanwhile. */
export function isBlocking({ name }: PathTold): boolean {
  return name.endsWith('Sync');
}
