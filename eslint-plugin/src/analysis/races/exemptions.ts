/** Resources that nobody else writes, by settings or by a comment at the declaration. */
import type { FlowAccess } from '../flow/value.js';
import type { Program, Variable } from '../lower/program.js';
import type { Resource, SourceRange } from '../race.js';
import type { Term } from '../resources/terms.js';
import type { Settings } from '../settings.js';

export class Exemptions {
  private readonly patterns: readonly RegExp[];
  private readonly owned: ReadonlySet<string>;

  constructor(
    private readonly program: Program,
    settings: Settings,
  ) {
    this.patterns = settings.singleWriter.map(wildcard);
    this.owned = new Set(settings.owned);
  }

  cover(write: FlowAccess, resource: Resource): boolean {
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

  /** What a field of the written object starts with, which stands in its declaration. */
  private fieldValuesOf({ receiver, key }: FlowAccess): SourceRange[] {
    return [receiver.root, key].flatMap((term) => {
      if (term.kind !== 'member' || (term.object.kind !== 'this' && term.object.kind !== 'class')) return [];
      const owner = term.object.kind === 'class' ? term.object.form : term.object.owner;
      const [first] = 'fieldWrites' in owner ? (owner.fieldWrites.get(term.name) ?? []) : [];
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

function variablesOf(write: FlowAccess): Variable[] {
  return [write.receiver.root, write.key].flatMap((term: Term) =>
    term.kind === 'variable' ? [term.variable] : [],
  );
}

function wildcard(pattern: string): RegExp {
  const escaped = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\/]/gu, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`, 'u');
}
