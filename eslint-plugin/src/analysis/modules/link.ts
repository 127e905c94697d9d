/**
 * Which modules of the project a file is linked to: those it imports, directly or through others, that hold a
 * store or a lock. The rest cannot change what is found, and costs a look at its text.
 */
import type { TSESLint } from '@typescript-eslint/utils';
import type { Linkage, LinkedSource } from '../lower/lower-module.js';
import type { ModuleParser } from '../options.js';
import { parseModule } from './parse.js';
import { resolveModule } from './resolve.js';
import { slicesOf } from './slices.js';
import { importsOf, moduleText, type ModuleText } from './texts.js';

/** Imports of imports are followed this far. */
const MAX_DEPTH = 3;
/** So many modules are looked at for one file, the nearest first. */
const MAX_LOOKED_AT = 48;
/** So many modules are linked to one file, and so many characters of them. */
const MAX_LINKED = 8;
const MAX_LENGTH = 150_000;

export interface LinkOptions {
  /** Whether a module, or a statement of one, holds anything that matters. */
  readonly isRelevant: (part: { readonly text: string }) => boolean;
  readonly parser: ModuleParser | undefined;
}

interface Met {
  readonly module: ModuleText;
  readonly depth: number;
  readonly importedBy: Met[];
  matters: boolean;
}

/** What lies around a file, and what of it can be linked. */
export interface Surroundings {
  /** Absolute paths of all modules whose change can change what is found in the file. */
  readonly dependencies: readonly string[];
  /** The modules that hold what matters, or lead there. */
  readonly modules: readonly ModuleText[];
  /** The path of the one of them that an import means in the file. */
  resolve(specifier: string): string | undefined;
  /** Parses them, and links what the file takes of them. */
  link(file: Readonly<TSESLint.SourceCode>): Linkage;
}

/** What is around the file at `path`, an absolute path, with this text. */
export function surroundingsOf(path: string, text: string, options: LinkOptions): Surroundings {
  const resolutions = new Map<string, string>();
  const met = lookAround(path, text, options, resolutions);
  const modules = met.filter(({ matters }) => matters).map(({ module }) => module);
  const paths = new Set(modules.map((module) => module.path));
  const resolve = (specifier: string, from: string): string | undefined => {
    const found = resolutions.get(`${from}\0${specifier}`);
    return found !== undefined && paths.has(found) ? found : undefined;
  };
  return {
    dependencies: met.map(({ module }) => module.path),
    modules,
    resolve: (specifier) => resolve(specifier, path),
    link: ({ ast, scopeManager }) => {
      const slices = slicesOf({ path, text, ast, scopeManager, imports: importsOf(text) }, modules, {
        resolve,
        parse: (module) => parseModule(module, options.parser),
        isRelevant: options.isRelevant,
      });
      const sources = withinLimits(slices);
      const linked = new Set(sources.map((source) => source.path));
      return {
        sources,
        resolve: (specifier, from) => {
          const found = resolve(specifier, from === '' ? path : from);
          return found !== undefined && linked.has(found) ? found : specifier;
        },
      };
    },
  };
}

function withinLimits(slices: readonly LinkedSource[]): readonly LinkedSource[] {
  const sources: LinkedSource[] = [];
  let length = 0;
  for (const slice of slices) {
    if (sources.length >= MAX_LINKED) break;
    const own = (slice.spoken ?? slice.text).length;
    if (length + own > MAX_LENGTH) continue;
    sources.push(slice);
    length += own;
  }
  return sources;
}

/** The modules within reach, nearest first; those that lead to one that matters do so too. */
function lookAround(
  path: string,
  text: string,
  { isRelevant }: LinkOptions,
  resolutions: Map<string, string>,
): readonly Met[] {
  const met = new Map<string, Met>();
  const queue: {
    readonly path: string;
    readonly imports: readonly string[];
    readonly from: Met | undefined;
  }[] = [{ path, imports: importsOf(text), from: undefined }];
  for (const { path: importer, imports, from } of queue) {
    const depth = (from?.depth ?? 0) + 1;
    for (const specifier of imports) {
      const found = resolveModule(specifier, importer);
      if (found === undefined || found === path) continue;
      resolutions.set(`${importer}\0${specifier}`, found);
      const known = met.get(found);
      if (known) {
        if (from) known.importedBy.push(from);
        if (known.matters) matter(from);
        continue;
      }
      const module = met.size < MAX_LOOKED_AT ? moduleText(found) : undefined;
      if (!module) continue;
      const each: Met = { module, depth, importedBy: from ? [from] : [], matters: false };
      met.set(found, each);
      if (isRelevant(module)) matter(each);
      if (depth < MAX_DEPTH) queue.push({ path: found, imports: module.imports, from: each });
    }
  }
  return [...met.values()];
}

function matter(module: Met | undefined): void {
  if (!module || module.matters) return;
  module.matters = true;
  for (const importer of module.importedBy) matter(importer);
}
