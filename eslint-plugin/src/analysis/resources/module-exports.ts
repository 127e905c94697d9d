/** What linked modules export, by themselves or passed on from others. */
import type { ClassForm, Exported, ImportOrigin, ModuleForm, TypeForm } from '../lower/program.js';
import type { Definitions } from './definitions.js';
import type { Term } from './terms.js';

export class ModuleExports {
  constructor(private readonly definitions: Definitions) {}

  /**
   * What a linked module exports under a name; undefined where it exports nothing so, or is not linked.
   * @param passed Modules that pass it on, so far: they may do so in a circle.
   */
  termOf({ source, name }: ImportOrigin, passed: readonly string[] = []): Term | undefined {
    const module = this.definitions.program.linked.get(source);
    if (!module || passed.includes(source)) return undefined;
    const exported = module.exports.get(name);
    const found = exported && this.termOfExport(exported, [...passed, source]);
    // An object of exports is the module: more of them may be added to it.
    if (found) return name === '*' && this.definitions.objectOf(found) ? undefined : found;
    for (const other of module.passesOn) {
      const found = this.termOf({ source: other, name }, [...passed, source]);
      if (found) return found;
    }
    // CommonJS has one export; its members, or itself, are what is imported by name.
    const whole = name === '*' ? undefined : module.exports.get('*');
    const term = whole && this.termOfExport(whole, [...passed, source]);
    if (!term || name === 'default') return term;
    return this.definitions.memberOf(term, name);
  }

  private termOfExport(exported: Exported, passed: readonly string[]): Term | undefined {
    switch (exported.kind) {
      case 'variable':
        return this.definitions.termOfVariable(exported.variable);
      case 'value':
        return this.definitions.termOf(exported.value);
      case 'import':
        return (
          this.termOf(exported.origin, passed) ??
          this.definitions.terms.import(exported.origin.source, exported.origin.name)
        );
    }
  }

  /** The type or class that a linked module exports under a name. */
  typeOf({ source, name }: ImportOrigin, passed: readonly string[] = []): TypeForm | ClassForm | undefined {
    const module = this.definitions.program.linked.get(source);
    if (!module || passed.includes(source)) return undefined;
    const exported = module.exports.get(name);
    if (exported?.kind === 'import') return this.typeOf(exported.origin, [...passed, source]);
    const value = exported && this.termOfExport(exported, passed);
    if (value?.kind === 'class') return value.form;
    const declared = declaredIn(module, name);
    if (declared) return declared;
    for (const other of module.passesOn) {
      const found = this.typeOf({ source: other, name }, [...passed, source]);
      if (found) return found;
    }
    return undefined;
  }
}

/** The type or class that a module declares under a name. */
export function declaredIn(module: ModuleForm, name: string): TypeForm | ClassForm | undefined {
  return module.types.get(name) ?? module.classes.find((form) => form.name === name);
}
