/** What rules share to put races in words. The first sentence stands alone; the second says how; the third what to do. */
import type { TSESLint } from '@typescript-eslint/utils';
import type { Access, Resource, SourceRange } from '../analysis/race.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

export interface Description {
  /** What is lost, in about 100 characters, without a full stop. */
  readonly loss: string;
  readonly how: string;
  readonly remedy: string;
}

/** A resource by its key, and by its field where only a part is accessed. */
export function describeResource({ key, field }: Resource): string {
  return field === undefined ? `\`${key}\`` : `\`${field}\` of \`${key}\``;
}

/** The line, from 1, on which an access is made or led to. */
export function lineOfAccess({ via, range }: Access, sourceCode: SourceCode): number {
  return lineOf(via ?? range, sourceCode);
}

/** The line, from 1, on which a range starts. */
export function lineOf({ start }: SourceRange, sourceCode: SourceCode): number {
  return sourceCode.getLocFromIndex(start).line;
}
