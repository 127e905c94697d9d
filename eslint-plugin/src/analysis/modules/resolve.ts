/** Which file of the project an import means. Packages are not followed: their models are data. */
import fs from 'node:fs';
import { dirname, resolve } from 'node:path';
import enhancedResolve from 'enhanced-resolve';
import { createPathsMatcher, findTsconfig, parseTsconfig } from 'get-tsconfig';

/** How long, in milliseconds, what was seen on disk holds: an editor's user may add a file, or change it. */
export const FRESH_FOR = 2000;
/** How long it holds which file an import means, and what tsconfig says: another answer is seldom wanted soon. */
const SETTLED_FOR = 30_000;

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

const { CachedInputFileSystem, ResolverFactory } = enhancedResolve;

const fileSystem = new CachedInputFileSystem(fs, FRESH_FOR);

const resolver = ResolverFactory.createResolver({
  fileSystem,
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

/** What was found, or that there is nothing, until when. */
interface Fresh<T> {
  readonly value: T | undefined;
  readonly until: number;
}

/** What is at a path, or under a name in a folder. */
const found = new Map<string, Fresh<string>>();
const tsconfigs = new Map<string, Fresh<string>>();
const matchers = new Map<string, Fresh<PathsMatcher>>();

/**
 * The absolute path of the project's own file that `specifier` means in the file `from`; undefined for packages
 * and for what is not there. Honours tsconfig's `paths` and package.json's `imports`.
 */
export function resolveModule(specifier: string, from: string): string | undefined {
  const folder = dirname(from);
  for (const candidate of candidatesOf(specifier, folder)) {
    const path = find(candidate, folder);
    if (path !== undefined) return path;
  }
  return undefined;
}

/** Says that files came, went or changed: what was found on disk holds no longer. */
export function forgetResolutions(): void {
  for (const known of [found, tsconfigs, matchers]) known.clear();
  fileSystem.purge();
}

/** What to look for: absolute paths, of which many files ask for the same, or a name of package.json's `imports`. */
function candidatesOf(specifier: string, folder: string): readonly string[] {
  if (/^(?:\.\.?)?(?:\/|$)/u.test(specifier)) return [asPath(specifier, folder)];
  return specifier.startsWith('#') ? [specifier] : (matcherFor(folder)?.(specifier) ?? []);
}

/** Keeps the slash at the end that says that a folder is meant. */
function asPath(specifier: string, folder: string): string {
  return resolve(folder, specifier) + (/(?:^|\/)\.{0,2}$/u.test(specifier) ? '/' : '');
}

function matcherFor(folder: string): PathsMatcher | undefined {
  const path = fresh(tsconfigs, folder, () => findTsconfig(folder));
  if (path === undefined) return undefined;
  return fresh(matchers, path, () => {
    try {
      return createPathsMatcher({ path, config: parseTsconfig(path) }) ?? undefined;
    } catch {
      // A tsconfig that cannot be read maps nothing; whoever compiles with it is told why.
      return undefined;
    }
  });
}

function find(candidate: string, folder: string): string | undefined {
  const key = candidate.startsWith('#') ? `${folder}\0${candidate}` : candidate;
  return fresh(found, key, () => {
    try {
      const path = resolver.resolveSync({}, folder, candidate);
      return path !== false && isOwnSource(path) ? path : undefined;
    } catch {
      return undefined;
    }
  });
}

function isOwnSource(path: string): boolean {
  return /\.[cm]?[jt]sx?$/u.test(path) && !/[/\\]node_modules[/\\]|\.d\.[cm]?ts$/u.test(path);
}

function fresh<T>(known: Map<string, Fresh<T>>, key: string, look: () => T | undefined): T | undefined {
  const now = performance.now();
  const before = known.get(key);
  if (before && before.until > now) return before.value;
  const value = look();
  known.set(key, { value, until: now + (value === undefined ? FRESH_FOR : SETTLED_FOR) });
  return value;
}
