/** Where things are, in SARIF's terms. */
import { pathToFileURL } from 'node:url';
import type { Linter, SourceCode } from 'eslint';
import type { ArtifactLocation, Region } from 'sarif';
import type { SourceRange } from '../../analysis/race.js';
import { isInside, shortPath } from '../paths.js';

/** The name by which SARIF's readers know the root of the sources. */
export const SOURCE_ROOT = '%SRCROOT%';

/** A file, relative to the root where it lies below it. */
export function artifactAt(root: string, path: string): ArtifactLocation {
  if (!isInside(path, root)) return { uri: pathToFileURL(path).href };
  return {
    uri: shortPath(root, path).split('/').map(encodeURIComponent).join('/'),
    uriBaseId: SOURCE_ROOT,
  };
}

/** A directory as a base of URIs: with a slash at its end. */
export function rootUri(directory: string): string {
  return pathToFileURL(directory).href.replace(/\/?$/u, '/');
}

/** Where ESLint reports; it knows no place for a file that it could not read at all. */
export function regionOfMessage({ line, column, endLine, endColumn }: Linter.LintMessage): Region {
  return {
    startLine: Math.max(1, line || 1),
    startColumn: Math.max(1, column || 1),
    ...(endLine !== undefined && endColumn !== undefined && { endLine, endColumn }),
  };
}

export function regionOf({ start, end }: SourceRange, code: SourceCode): Region {
  const from = code.getLocFromIndex(start);
  const to = code.getLocFromIndex(end);
  return { startLine: from.line, startColumn: from.column + 1, endLine: to.line, endColumn: to.column + 1 };
}
