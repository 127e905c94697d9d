/** Resources that nobody else writes, or that others do, by settings or by a comment at the declaration. */
import type { FlowAccess } from '../flow/value.js';
import type { ClassForm, Program, Variable } from '../lower/program.js';
import type { Resource, SourceRange } from '../race.js';
import type { Term } from '../resources/terms.js';
import type { Settings } from '../settings.js';

/** What tells who writes: the store, the key, and the function. */
export type Written = Pick<FlowAccess, 'receiver' | 'key' | 'form'>;

export class Exemptions {
  private readonly patterns: readonly RegExp[];
  private readonly owned: ReadonlySet<string>;
  private readonly shared: ReadonlySet<string>;

  constructor(
    private readonly program: Program,
    settings: Settings,
    /** The class of this file whose object, or which itself, a term is. */
    private readonly classOf: (term: Term) => ClassForm | undefined,
  ) {
    this.patterns = settings.singleWriter.map(wildcard);
    this.owned = new Set(settings.owned);
    this.shared = new Set(settings.shared);
  }

  cover(write: Written, resource: Resource): boolean {
    if (this.owned.has(resource.receiver)) return true;
    if (this.patterns.some((pattern) => pattern.test(resource.key) || pattern.test(resource.receiver)))
      return true;
    if (this.program.directives.length === 0) return false;
    return (
      this.isMarked(write.form.at) ||
      variablesOf(write).some((variable) => variable.at && this.isMarked(variable.at)) ||
      this.fieldValuesOf(write).some((value) => this.isMarked(value))
    );
  }

  /** True where settings say that others hold the object, or the field, that is written. */
  isDeclaredShared({ receiver, key }: Written): boolean {
    return this.shared.size > 0 && [receiver.root, key].some((term) => this.isNamed(term));
  }

  private isNamed(term: Term): boolean {
    switch (term.kind) {
      case 'variable':
        return this.shared.has(term.variable.name);
      case 'parameter':
        return this.shared.has(term.form.parameterForms[term.index]?.name ?? '');
      case 'class':
        return this.shared.has(term.form.name ?? '');
      case 'import':
        return this.shared.has(term.name);
      case 'member':
        return this.shared.has(term.name) || this.isNamed(term.object);
      case 'index':
        return this.isNamed(term.object);
      default:
        return false;
    }
  }

  /** What a field of the written object starts with, which stands in its declaration. */
  private fieldValuesOf({ receiver, key }: Written): SourceRange[] {
    return [receiver.root, key].flatMap((term) => {
      const owner = term.kind === 'member' ? this.classOf(term.object) : undefined;
      const [first] = (term.kind === 'member' && owner?.fieldWrites.get(term.name)) || [];
      const definition = first === undefined ? undefined : this.program.definitions[first];
      return definition ? [definition.at] : [];
    });
  }

  /** True where a directive stands directly before the declaration, on its line or the one above. */
  private isMarked(declaration: SourceRange): boolean {
    return this.program.directives.some((directive) => {
      if (directive.at.end > declaration.start) return false;
      const between = this.program.textOf({ start: directive.at.end, end: declaration.start });
      // Of two modules, nothing stands between.
      return (
        between.length === declaration.start - directive.at.end && /^[^\n;{}]*\n?[^\n;{}]*$/u.test(between)
      );
    });
  }
}

function variablesOf(write: Written): Variable[] {
  return [write.receiver.root, write.key].flatMap((term: Term) =>
    term.kind === 'variable' ? [term.variable] : [],
  );
}

function wildcard(pattern: string): RegExp {
  const escaped = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\/]/gu, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`, 'u');
}
