/** Which file of the project an import means. Packages are not followed: their models are data. */
import fs from 'node:fs';
import { dirname } from 'node:path';
import enhancedResolve from 'enhanced-resolve';
import { createPathsMatcher, getTsconfig } from 'get-tsconfig';

/** How long, in milliseconds, what was found on disk holds: an editor's user may add a file. */
export const FRESH_FOR = 2000;

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

const { CachedInputFileSystem, ResolverFactory } = enhancedResolve;

const resolver = ResolverFactory.createResolver({
  fileSystem: new CachedInputFileSystem(fs, FRESH_FOR),
  useSyncFileSystemCalls: true,
  extensions: EXTENSIONS,
  // TypeScript's sources import what they are compiled to.
  extensionAlias: {
    '.js': ['.ts', '.tsx', '.js'],
    '.jsx': ['.tsx', '.jsx'],
    '.mjs': ['.mts', '.mjs'],
    '.cjs': ['.cts', '.cjs'],
  },
  conditionNames: ['source', 'types', 'import', 'require', 'node', 'default'],
  mainFiles: ['index'],
});

type PathsMatcher = (specifier: string) => readonly string[];

interface Fresh<T> {
  readonly value: T;
  readonly until: number;
}

const resolved = new Map<string, Fresh<string | undefined>>();
const matchers = new Map<string, Fresh<PathsMatcher | undefined>>();

/**
 * The absolute path of the project's own file that `specifier` means in the file `from`; undefined for packages
 * and for what is not there. Honours tsconfig's `paths` and package.json's `imports`.
 */
export function resolveModule(specifier: string, from: string): string | undefined {
  const folder = dirname(from);
  return fresh(resolved, `${folder}\0${specifier}`, () =>
    candidatesOf(specifier, folder)
      .map((candidate) => find(candidate, folder))
      .find(isOwnSource),
  );
}

/** What to look for: a relative path as it is, an alias by what tsconfig maps it to. */
function candidatesOf(specifier: string, folder: string): readonly string[] {
  if (/^(?:\.{0,2}\/|#)/u.test(specifier)) return [specifier];
  return matcherFor(folder)?.(specifier) ?? [];
}

function matcherFor(folder: string): PathsMatcher | undefined {
  return fresh(matchers, folder, () => {
    try {
      const found = getTsconfig(folder);
      return (found && createPathsMatcher(found)) ?? undefined;
    } catch {
      // A tsconfig that cannot be read maps nothing; whoever compiles with it is told why.
      return undefined;
    }
  });
}

function find(specifier: string, folder: string): string | undefined {
  try {
    return resolver.resolveSync({}, folder, specifier) || undefined;
  } catch {
    return undefined;
  }
}

function isOwnSource(path: string | undefined): path is string {
  return (
    path !== undefined && /\.[cm]?[jt]sx?$/u.test(path) && !/[/\\]node_modules[/\\]|\.d\.[cm]?ts$/u.test(path)
  );
}

function fresh<T>(known: Map<string, Fresh<T>>, key: string, find: () => T): T {
  const now = performance.now();
  const found = known.get(key);
  if (found && found.until > now) return found.value;
  const value = find();
  known.set(key, { value, until: now + FRESH_FOR });
  return value;
}
