/** What a framework makes of a class, and so who can share one of its objects. */
import type { ClassForm, Program, Temp } from '../../lower/program.js';
import type { Definitions } from '../../resources/definitions.js';
import { importOf } from '../../resources/exports.js';
import type { Term } from '../../resources/terms.js';

/**
 * - `request`: a new object for each request, which nobody else holds;
 * - `handler`: made with a request, and so for it;
 * - `job`: a piece of work that a framework makes and runs;
 * - `row`: a row or document, as many objects as were loaded;
 * - `view`: a part of a page, which one user works with.
 */
export type ClassRole = 'request' | 'handler' | 'job' | 'row' | 'view';

const ORM_PACKAGES =
  /^(?:sequelize|sequelize-typescript|typeorm|mongoose|objection|bookshelf|@mikro-orm\/.+|@nestjs\/(?:mongoose|sequelize|typeorm)|@typegoose\/typegoose|@adonisjs\/lucid(?:\/.+)?)$/u;
const ROW_DECORATORS = /^(?:Table|(?:Child|View)?Entity|Schema|Embeddable|modelOptions)$/u;
const VIEW_DECORATORS = /^(?:customElement|Component)$/u;
/** `LitElement`, `HTMLElement`, `React.Component`, `BaseElement`: what draws calls itself so. */
const VIEW_BASES = /(?:Element|Component)$/u;

export class ClassRoles {
  private readonly known = new Map<ClassForm, ClassRole | undefined>();

  constructor(
    private readonly program: Program,
    private readonly definitions: Definitions,
  ) {}

  of(form: ClassForm): ClassRole | undefined {
    if (!this.known.has(form)) this.known.set(form, this.find(form));
    return this.known.get(form);
  }

  private find(form: ClassForm): ClassRole | undefined {
    const line = this.definitions.lineOf(form);
    for (const each of line)
      for (const decorator of each.decorators) {
        const role = this.roleOfDecorator(decorator);
        if (role) return role;
      }
    if (line.some((each) => takesRequest(each))) return 'handler';
    const root = line.at(-1)?.superClass;
    const base = root === undefined ? undefined : this.definitions.termOf(root);
    return base && (roleOfBase(base) ?? (isJob(line, base) ? 'job' : undefined));
  }

  private roleOfDecorator(decorator: Temp): ClassRole | undefined {
    const call = this.program.definitions[decorator];
    const callee = call?.op === 'call' && call.callee.kind === 'value' ? call.callee.value : decorator;
    const origin = importOf(this.definitions.termOf(callee));
    if (!origin) return undefined;
    if (ORM_PACKAGES.test(origin.source) && ROW_DECORATORS.test(origin.name)) return 'row';
    if (VIEW_DECORATORS.test(origin.name)) return 'view';
    if (!origin.source.startsWith('@nestjs/') || call?.op !== 'call') return undefined;
    return call.arguments.some(({ value }) => this.isPerRequest(value)) ? 'request' : undefined;
  }

  /** `{ scope: Scope.REQUEST }`. Source: https://docs.nestjs.com/fundamentals/injection-scopes */
  private isPerRequest(options: Temp): boolean {
    const literal = this.program.definitions[options];
    if (literal?.op !== 'object') return false;
    return literal.entries.some((entry) => {
      if (entry.kind !== 'property' || !('name' in entry.property) || entry.property.name !== 'scope')
        return false;
      const scope = importOf(this.definitions.termOf(entry.value));
      return scope?.name === 'Scope.REQUEST';
    });
  }
}

/**
 * `constructor(private req: Request, …)`: a name that says whose object it is; or several of what one request brings,
 * `constructor(config, auth, query, data)`: it is the object of one operation.
 */
function takesRequest({ constructorForm }: ClassForm): boolean {
  const names = constructorForm?.parameterForms.map(({ name }) => name ?? '') ?? [];
  if (names.some((name) => /^_?req(?:uest)?$/u.test(name))) return true;
  return (
    names.filter((name) => /^_?(?:auth|query|data|body|payload|params|headers|context)$/u.test(name)).length >
    1
  );
}

/**
 * `class Import extends Task { async process() { … } }`: what it works on is told when it is made, and who runs it
 * is the class that it extends.
 */
function isJob(line: readonly ClassForm[], base: Term): boolean {
  const origin = importOf(base);
  if (!origin || /^(?:node:)?events$/u.test(origin.source)) return false;
  return line.some(({ methods }) =>
    ['process', 'execute', 'perform', 'run'].some((name) => methods.get(name)?.parameters.length === 0),
  );
}

function roleOfBase(base: Term): ClassRole | undefined {
  const origin = importOf(base);
  if (origin && ORM_PACKAGES.test(origin.source)) return 'row';
  const name =
    base.kind === 'global' || base.kind === 'member' || base.kind === 'import' ? base.name : undefined;
  return name !== undefined && VIEW_BASES.test(name) ? 'view' : undefined;
}
