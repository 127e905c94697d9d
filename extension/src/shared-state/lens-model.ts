/** Lenses at declarations of shared state: one for each line that declares some. Knows no editor. */
import type { Location } from 'vscode-languageserver-protocol';
import type { SharedResource } from 'interleave-language-server/protocol';
import { describeAccesses } from './tree-model.js';

export interface Lens {
  readonly line: number;
  readonly title: string;
  /** What is shown when it is clicked. */
  readonly places: readonly Location[];
}

export function lensesOf(resources: readonly SharedResource[]): Lens[] {
  const byLine = new Map<number, SharedResource[]>();
  for (const resource of resources) {
    // Declared elsewhere: where this file first speaks of it.
    const line = (resource.declaration ?? resource.accesses[0]?.location)?.range.start.line;
    if (line === undefined) continue;
    const known = byLine.get(line);
    if (known) known.push(resource);
    else byLine.set(line, [resource]);
  }
  return [...byLine]
    .sort(([a], [b]) => a - b)
    .map(([line, declared]) => {
      const accesses = declared.flatMap((resource) => resource.accesses);
      const places = accesses.map(({ location }) => location);
      return { line, title: describeAccesses(accesses), places };
    });
}
