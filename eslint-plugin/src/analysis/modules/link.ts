/**
 * Which modules of the project a file is linked to: those it imports, directly or through others, that hold a
 * store or a lock. The rest cannot change what is found, and costs a look at its text.
 */
import type { Linkage, LinkedSource } from '../lower/lower-module.js';
import type { ModuleParser } from '../options.js';
import { parseModule } from './parse.js';
import { resolveModule } from './resolve.js';
import { importsOf, moduleText, type ModuleText } from './texts.js';

/** Imports of imports are followed this far. */
const MAX_DEPTH = 3;
/** So many modules are looked at for one file, the nearest first. */
const MAX_LOOKED_AT = 48;
/** So many modules are linked to one file, and so many characters of them. */
const MAX_LINKED = 8;
const MAX_LENGTH = 150_000;

export interface LinkOptions {
  /** Whether a module holds anything that matters. */
  readonly isRelevant: (module: ModuleText) => boolean;
  readonly parser: ModuleParser | undefined;
}

interface Met {
  readonly module: ModuleText;
  readonly depth: number;
  readonly importedBy: Met[];
  matters: boolean;
}

/** What a file is linked to, and what was looked at to find out. */
export interface Surroundings extends Linkage {
  /** Absolute paths of all modules whose change can change what is found in the file. */
  readonly dependencies: readonly string[];
}

/** The modules to link to the file at `path`, an absolute path, with this text. */
export function linkModules(path: string, text: string, options: LinkOptions): Surroundings {
  const resolutions = new Map<string, string>();
  const met = lookAround(path, text, options, resolutions);
  const sources: LinkedSource[] = [];
  let length = 0;
  for (const { module, matters } of met) {
    if (!matters || sources.length >= MAX_LINKED || length + module.text.length > MAX_LENGTH) continue;
    const source = parseModule(module, options.parser);
    if (!source) continue;
    sources.push(source);
    length += module.text.length;
  }
  const linked = new Set(sources.map((source) => source.path));
  return {
    sources,
    dependencies: met.map(({ module }) => module.path),
    resolve: (specifier, from) => {
      const found = resolutions.get(`${from === '' ? path : from}\0${specifier}`);
      return found !== undefined && linked.has(found) ? found : specifier;
    },
  };
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
