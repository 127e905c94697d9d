import type { SourceText } from './fixtures.js';

/** Older releases of a library that are still in use, installed under names of their own. */
const OLDER_RELEASES: ReadonlyMap<string, readonly string[]> = new Map([
  ['ioredis', ['ioredis-v5']],
  ['redis', ['redis-v5', 'redis-v4']],
]);

/** The names of older releases that a text could have been written for. */
export function findOlderReleases(text: string): readonly string[] {
  return [...OLDER_RELEASES].flatMap(([library, releases]) => (names(library).test(text) ? releases : []));
}

/** The same text with an older release in place of the library, at a path beside its own. */
export function toOlderRelease({ path, text }: SourceText, release: string): SourceText {
  const library = release.replace(/-v\d+$/, '');
  return {
    path: path.replace(/[^/\\]+$/, (file) => `${release}-${file}`),
    text: text.replace(names(library), (quoted) => quoted.replace(library, release)),
  };
}

/** The library's name as a module specifier. */
function names(library: string): RegExp {
  return new RegExp(`(['"])${library}\\1`, 'g');
}
