/**
 * What a file takes of the modules around it: the statements that declare what it imports, and those that they need,
 * in these modules and in others. A module of which nothing that matters is taken need not be linked.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { LinkedSource } from '../lower/lower-module.js';
import type { ModuleText } from './texts.js';
import {
  isCommonJs,
  memberOf,
  nameIn,
  unitsOf,
  wordsOf,
  type MethodUnit,
  type Taken,
  type Unit,
  type Units,
} from './units.js';

export interface SliceOptions {
  /** Absolute path of what an import means, where that is a module that may matter. */
  readonly resolve: (specifier: string, from: string) => string | undefined;
  readonly parse: (module: ModuleText) => LinkedSource | undefined;
  /** Whether a statement holds anything that matters. */
  readonly isRelevant: (unit: Unit) => boolean;
}

/** A module's statements that a file takes. */
interface Slice {
  readonly source: LinkedSource;
  readonly units: Units;
  readonly taken: Set<Unit>;
  readonly names: Set<string>;
  readonly importedBy: Set<Slice>;
  matters: boolean;
}

/** The file whose imports are followed. */
export interface SlicedFile extends Pick<Readonly<TSESLint.SourceCode>, 'ast' | 'scopeManager' | 'text'> {
  readonly path: string;
  readonly imports: readonly string[];
}

/** The modules of which a file takes what matters, each with those statements only, in the order of `modules`. */
export function slicesOf(
  file: SlicedFile,
  modules: readonly ModuleText[],
  options: SliceOptions,
): readonly LinkedSource[] {
  const slicer = new Slicer(modules, wordsOf(file.text), options);
  for (const taken of takenBy(file)) slicer.take(taken, file.path, undefined);
  return modules.flatMap(({ path }) => {
    const slice = slicer.slices.get(path);
    return slice?.matters ? [partOf(slice)] : [];
  });
}

/** The module with nothing but what is taken. */
function partOf({ source, units, taken }: Slice): LinkedSource {
  const part = units.all.filter((unit) => taken.has(unit));
  const methods = part.flatMap((unit) => unit.methods);
  const left = methods.filter((method) => !taken.has(method));
  if (part.length === units.all.length && left.length === 0) return source;
  const spoken = [...part, ...methods.filter((method) => taken.has(method))];
  return {
    ...source,
    statements: part.flatMap(({ node }) => (node.type === 'MethodDefinition' ? [] : [node])),
    left: new Set(left.map(({ node }) => node)),
    spoken: spoken.map(({ text }) => text).join('\n'),
  };
}

class Slicer {
  readonly slices = new Map<string, Slice | undefined>();
  private readonly modules: ReadonlyMap<string, ModuleText>;
  private readonly said: Set<string>;
  /** Methods that nobody has named yet. */
  private readonly unnamed = new Map<string, { readonly method: MethodUnit; readonly slice: Slice }[]>();

  constructor(
    modules: readonly ModuleText[],
    said: ReadonlySet<string>,
    private readonly options: SliceOptions,
  ) {
    this.said = new Set(said);
    this.modules = new Map(modules.map((module) => [module.path, module]));
  }

  /** Takes a name of the module that `source` means in the file `from`. */
  take({ source, name }: Taken, from: string, by: Slice | undefined): void {
    const path = this.options.resolve(source, from);
    const slice = path === undefined ? undefined : this.sliceAt(path);
    if (!slice) return;
    if (by) {
      slice.importedBy.add(by);
      if (slice.matters) matter(by);
    }
    if (slice.names.has('*') || slice.names.has(name)) return;
    slice.names.add(name);
    const { all, exported, passesOn } = slice.units;
    if (name === '*' || isCommonJs(slice.source.text)) {
      for (const unit of all) this.takeUnit(unit, slice);
      return;
    }
    const offered = exported.get(name);
    for (const each of offered ?? []) {
      if ('node' in each) this.takeUnit(each, slice);
      else this.take(each, slice.source.path, slice);
    }
    if (offered) return;
    for (const each of all) if (each.node.type === 'ExportAllDeclaration') this.takeUnit(each, slice);
    for (const other of passesOn) this.take({ source: other, name }, slice.source.path, slice);
  }

  private takeUnit(first: Unit, slice: Slice): void {
    const queue = [first];
    for (let unit = queue.pop(); unit; unit = queue.pop()) {
      if (slice.taken.has(unit)) continue;
      slice.taken.add(unit);
      if (this.options.isRelevant(unit)) matter(slice);
      queue.push(...unit.needs);
      for (const each of unit.imports) this.take(each, slice.source.path, slice);
      queue.push(...unit.methods.filter((method) => this.isNamed(method, slice)));
      for (const word of (unit.words ??= wordsOf(unit.text))) this.say(word);
    }
  }

  private isNamed(method: MethodUnit, slice: Slice): boolean {
    if (this.said.has(method.name)) return true;
    const waiting = this.unnamed.get(method.name);
    if (waiting) waiting.push({ method, slice });
    else this.unnamed.set(method.name, [{ method, slice }]);
    return false;
  }

  private say(word: string): void {
    if (this.said.has(word)) return;
    this.said.add(word);
    for (const { method, slice } of this.unnamed.get(word) ?? []) this.takeUnit(method, slice);
  }

  private sliceAt(path: string): Slice | undefined {
    if (this.slices.has(path)) return this.slices.get(path);
    const module = this.modules.get(path);
    const source = module && this.options.parse(module);
    const slice: Slice | undefined = source && {
      source,
      units: unitsOf(source),
      taken: new Set(),
      names: new Set(),
      importedBy: new Set(),
      matters: false,
    };
    this.slices.set(path, slice);
    return slice;
  }
}

/** Those that lead to a module that matters do so, too. */
function matter(slice: Slice): void {
  if (slice.matters) return;
  slice.matters = true;
  for (const importer of slice.importedBy) matter(importer);
}

/** What a file's imports take; whatever is loaded in other ways is taken as a whole. */
function takenBy({ ast, imports, scopeManager }: SlicedFile): readonly Taken[] {
  const taken: Taken[] = [];
  const declared = new Set<string>();
  for (const statement of ast.body) {
    if (statement.type === 'ImportDeclaration') {
      declared.add(statement.source.value);
      taken.push(...statement.specifiers.flatMap((each) => takenAs(each, statement, scopeManager)));
    } else if (statement.type === 'ExportAllDeclaration') {
      // What is only handed on does nothing here.
      declared.add(statement.source.value);
    } else if (statement.type === 'ExportNamedDeclaration' && statement.source) {
      declared.add(statement.source.value);
    }
  }
  for (const source of imports) if (!declared.has(source)) taken.push({ source, name: '*' });
  return taken;
}

function takenAs(
  specifier: TSESTree.ImportClause,
  { source: { value: source } }: TSESTree.ImportDeclaration,
  scopeManager: SlicedFile['scopeManager'],
): readonly Taken[] {
  if (specifier.type === 'ImportSpecifier') return [{ source, name: nameIn(specifier.imported) }];
  if (specifier.type === 'ImportDefaultSpecifier') return [{ source, name: 'default' }];
  const variable = scopeManager?.getDeclaredVariables(specifier)[0];
  if (!variable) return [{ source, name: '*' }];
  return variable.references.map(({ identifier }) => ({ source, name: memberOf(identifier) }));
}
