/** Which store a type promises, as far as the file writes types down. */
import type { TypeForm } from '../lower/program.js';
import type { Definitions } from './definitions.js';
import { afterRoot, importOf, type StoreExports } from './exports.js';
import { isClass, TRANSPARENT_TYPES } from './objects.js';
import type { Receiver } from './receiver.js';
import type { Term } from './terms.js';

/** What code tells of a type that is named after it: `typeof client`, `ReturnType<typeof connect>`. */
export interface NamedCode {
  ofValue(value: Term, term: Term): Receiver | undefined;
  /** @param depth How many types have led there: one that is named after itself comes to an end. */
  ofResult(callee: Term, term: Term, depth: number): Receiver | undefined;
}

export class TypedReceivers {
  constructor(
    private readonly definitions: Definitions,
    private readonly exports: StoreExports,
    private readonly code: NamedCode,
  ) {}

  /** The receiver that a type annotation promises. */
  recognise(type: TypeForm, term: Term, depth = 0): Receiver | undefined {
    if (depth > 8) return undefined;
    switch (type.kind) {
      case 'union':
        for (const each of type.types) {
          const found = this.recognise(each, term, depth + 1);
          if (found) return found;
        }
        return undefined;
      case 'named':
        return this.fromNamedType(type, term, depth);
      case 'returns':
        return undefined;
      case 'typeof':
        if (type.imported) return this.exports.find(afterRoot(type.imported, type.path), 'instances', term);
        return type.variable && this.code.ofValue(this.definitions.termOfVariable(type.variable), term);
      default:
        return undefined;
    }
  }

  private fromNamedType(
    type: Extract<TypeForm, { kind: 'named' }>,
    term: Term,
    depth: number,
  ): Receiver | undefined {
    const [argument] = type.arguments;
    if (argument && TRANSPARENT_TYPES.has(type.name)) return this.recognise(argument, term, depth + 1);
    if (argument?.kind === 'typeof' && (type.name === 'ReturnType' || type.name === 'InstanceType')) {
      const group = type.name === 'ReturnType' ? 'factories' : 'classes';
      if (argument.imported)
        return this.exports.find(afterRoot(argument.imported, argument.path), group, term);
      return (
        argument.variable &&
        this.code.ofResult(this.definitions.termOfVariable(argument.variable), term, depth + 1)
      );
    }
    const found =
      type.imported && this.exports.find(afterRoot(type.imported, type.name.split('.')), 'types', term);
    if (found) return found;
    const declared = this.definitions.declarationOf(type);
    if (!declared) return type.imported ? undefined : this.exports.findAmbientType(type.name, term);
    if (!isClass(declared)) return this.recognise(declared, term, depth + 1);
    const base =
      declared.superClass === undefined ? undefined : importOf(this.definitions.termOf(declared.superClass));
    return base && this.exports.find(base, 'classes', term);
  }
}
