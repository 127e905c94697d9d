/** Classes from before there were classes: `function Store() {}` with `Store.prototype.save = function () {}`. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Bindings } from './scopes.js';
import type { ClassForm, FunctionForm, Variable } from './program.js';

/** `Store.prototype.save`: whose method it is, and its name. */
function prototypeMember(
  node: TSESTree.Node,
): { readonly owner: TSESTree.Identifier; readonly name: string } | undefined {
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier')
    return undefined;
  const { object } = node;
  if (object.type !== 'MemberExpression' || object.computed || object.object.type !== 'Identifier')
    return undefined;
  if (object.property.type !== 'Identifier' || object.property.name !== 'prototype') return undefined;
  return { owner: object.object, name: node.property.name };
}

export class Prototypes {
  private readonly forms = new Map<Variable, ClassForm>();

  constructor(
    statements: readonly TSESTree.ProgramStatement[],
    private readonly bindings: Bindings,
    private readonly module: FunctionForm,
  ) {
    for (const statement of statements) {
      if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression')
        continue;
      const member = prototypeMember(statement.expression.left);
      if (member) this.add(member.owner);
    }
  }

  get classes(): readonly ClassForm[] {
    return [...this.forms.values()];
  }

  /** The class whose constructor a function declaration is. */
  ofConstructor(name: TSESTree.Identifier): ClassForm | undefined {
    return this.forms.size === 0 ? undefined : this.forms.get(this.bindings.variableOf(name));
  }

  /** The class and name of the method that an assignment adds. */
  ofMethod(target: TSESTree.Node): { readonly form: ClassForm; readonly name: string } | undefined {
    const member = this.forms.size === 0 ? undefined : prototypeMember(target);
    const form = member && this.forms.get(this.bindings.variableOf(member.owner));
    return form && { form, name: member.name };
  }

  private add(owner: TSESTree.Identifier): void {
    const variable = this.bindings.variableOf(owner);
    if (variable.kind === 'global' || this.forms.has(variable)) return;
    this.forms.set(variable, {
      name: variable.name,
      at: variable.at ?? this.module.at,
      superClass: undefined,
      decorators: [],
      owner: this.module,
      methods: new Map(),
      getters: new Map(),
      constructorForm: undefined,
      fieldTypes: new Map(),
      fieldWrites: new Map(),
      members: [],
      exported: true,
    });
  }
}
