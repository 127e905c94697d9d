/** The paths of the command line, before ESLint sees them. */
import { existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

/** Paths that name nothing. Globs are left to ESLint. */
export function missingPaths(cwd: string, paths: readonly string[]): string[] {
  const isGlob = (path: string) => /[*?{}()[\]!]/u.test(path);
  return paths.filter((path) => path === '' || (!existsSync(resolve(cwd, path)) && !isGlob(path)));
}

/**
 * The directory that ESLint is to work in, outside of which it checks nothing: the working directory, or,
 * where a path leads out of it, the deepest directory that holds all paths.
 */
export function baseDirectory(cwd: string, paths: readonly string[]): string {
  const absolute = paths.map((path) => resolve(cwd, path));
  if (absolute.every((path) => isInside(path, cwd))) return cwd;
  let base = cwd;
  absolute.forEach((path, index) => {
    const directory = isDirectory(path) ? path : dirname(path);
    base = index === 0 ? directory : commonDirectory(base, directory);
  });
  return base;
}

/** A path as ESLint takes it, also as a glob: with slashes. */
export function resolveIn(cwd: string, path: string): string {
  return resolve(cwd, path).split(sep).join('/');
}

/** A path relative to a directory and with slashes; a path outside of it stays absolute. */
export function shortPath(directory: string, path: string): string {
  return (isInside(path, directory) ? relative(directory, path) : path).split(sep).join('/');
}

export function isInside(path: string, directory: string): boolean {
  const way = relative(directory, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function commonDirectory(one: string, other: string): string {
  let common = one;
  while (!isInside(other, common) && dirname(common) !== common) common = dirname(common);
  return common;
}
