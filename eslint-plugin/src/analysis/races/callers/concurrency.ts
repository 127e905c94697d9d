/** Whether a function can run twice at once, from who calls it. */
import type { CallInstruction, ClassForm, FunctionForm, Program, Variable } from '../../lower/program.js';
import type { Concurrency, Reach } from '../context.js';
import { handlersOf } from './registrations.js';
import { instructionsOf } from '../../resources/code/instructions.js';

const TEST_PACKAGES = /^(?:vitest|mocha|jest|ava|tape|node:test|bun:test|@jest\/globals|@playwright\/test)$/u;
const TEST_FILE =
  /(?:[./\\](?:test|spec)\.[cm]?[jt]sx?$)|(?:[/\\](?:__tests__|__mocks__|fakes|mocks)[/\\])|(?:[/\\](?:fake|mock)-[^/\\]*$)/u;

/** By the name that test runners look for. */
export function isTestFile(filename: string): boolean {
  return TEST_FILE.test(filename);
}
const TEST_GLOBALS = new Set(['describe', 'it', 'test', 'suite']);

/**
 * Methods that a framework calls once for each object. Sources: https://docs.nestjs.com/fundamentals/lifecycle-events,
 * https://angular.dev/guide/components/lifecycle, https://react.dev/reference/react/Component
 */
const HOOKS =
  /^(?:onModuleInit|onModuleDestroy|onApplicationBootstrap|beforeApplicationShutdown|onApplicationShutdown|ngOnInit|ngAfterViewInit|ngOnDestroy|componentDidMount|componentWillUnmount)$/u;

/** Callers of callers are asked so far. */
const MAX_DEPTH = 300;

export class ConcurrencyFinder {
  private depth = 0;
  private readonly known = {
    process: new Map<FunctionForm, Concurrency>(),
    stores: new Map<FunctionForm, Concurrency>(),
  };
  private readonly callers = new Map<
    Variable,
    { readonly form: FunctionForm; readonly call: CallInstruction }[]
  >();
  /** `(async () => { … })()` runs when the function around it does. */
  private readonly calledOnTheSpot = new Map<FunctionForm, FunctionForm>();
  private readonly names = new Map<FunctionForm, Variable>();
  private handlers: ReadonlySet<FunctionForm> | undefined;
  readonly isTest: boolean;

  constructor(
    private readonly program: Program,
    filename: string,
  ) {
    this.isTest = isTestFile(filename) || isTestModule(program);
    for (const form of program.functions) {
      for (const call of form.calls) this.noteCall(form, call);
    }
  }

  of(form: FunctionForm, reach: Reach): Concurrency {
    if (this.isTest) return 'once';
    const all = this.known[reach];
    let known = all.get(form);
    if (known === undefined) {
      if (this.depth >= MAX_DEPTH) return 'unknown';
      this.depth++;
      all.set(form, 'unknown');
      known = this.find(form, reach);
      all.set(form, known);
      this.depth--;
    }
    return known;
  }

  private noteCall(form: FunctionForm, call: CallInstruction): void {
    const { definitions } = this.program;
    const callee = call.callee.kind === 'value' ? definitions[call.callee.value] : undefined;
    if (callee?.op === 'closure') this.calledOnTheSpot.set(callee.form, form);
    if (callee?.op !== 'load') return;
    const { variable } = callee;
    const callers = this.callers.get(variable);
    if (callers) callers.push({ form, call });
    else this.callers.set(variable, [{ form, call }]);
    for (const write of variable.writes) {
      const made = definitions[write];
      if (made?.op === 'closure') this.names.set(made.form, variable);
    }
  }

  private isHandler(form: FunctionForm): boolean {
    this.handlers ??= handlersOf(this.program);
    return this.handlers.has(form);
  }

  /** A private method that sets the object up: it runs once for each object. */
  private isCalledByConstructorOnly(form: FunctionForm, owner: ClassForm): boolean {
    const callers = this.program.functions.filter((caller) =>
      caller.calls.some(
        ({ callee }) =>
          callee.kind === 'member' && 'name' in callee.property && callee.property.name === form.name,
      ),
    );
    return callers.length > 0 && callers.every((caller) => caller === owner.constructorForm);
  }

  /** `Promise.all([work(), work()])`: the second starts before the first has ended. */
  private overlaps(
    form: FunctionForm,
    callers: readonly { readonly form: FunctionForm; readonly call: CallInstruction }[],
  ): boolean {
    if (!form.async) return false;
    const started = callers.filter(({ call }) => !this.program.awaited.has(call.to));
    if (started.some(({ call }) => this.isRepeated(call))) return true;
    return started.some(({ form: one }, index) =>
      started.some(({ form: other }, at) => at > index && one === other),
    );
  }

  /** `for (const job of jobs) void work(job)` */
  private isRepeated(call: CallInstruction): boolean {
    return (instructionsOf(this.program).placeOf(call)?.loops.length ?? 0) > 0;
  }

  private find(form: FunctionForm, reach: Reach): Concurrency {
    if (form.kind === 'module') return 'once';
    if (form.hidden && form.member && this.isCalledByConstructorOnly(form, form.member)) return 'once';
    if (form.member && HOOKS.test(form.name ?? '')) return 'once';
    // Each instance takes one event at a time, and there are many instances: what they have in common is a store.
    if (reach === 'process' && isLambda(form, this.program)) return 'once';
    // What a handler of one event starts for each of its records runs together.
    if (reach === 'process' && form.parent && isLambda(form.parent, this.program) && form.async)
      return 'unknown';
    if (form.exported || form.member?.exported) return 'concurrent';
    if (form.member) return 'unknown';
    const around = this.calledOnTheSpot.get(form);
    if (around) return this.of(around, reach);
    const variable = this.names.get(form);
    if (!variable) {
      if (!form.parent || form.parent.kind === 'module') return 'concurrent';
      // `main` runs once, what it registers runs for each message.
      return this.isHandler(form) ? 'concurrent' : this.of(form.parent, reach);
    }
    const callers = this.callers.get(variable) ?? [];
    // It is also handed around as a value: somebody else calls it.
    if (variable.exported || variable.loads > callers.length) return 'concurrent';
    if (this.overlaps(form, callers)) return 'concurrent';
    const found = callers.map((caller) => this.of(caller.form, reach));
    if (found.includes('concurrent')) return 'concurrent';
    return found.length > 0 && found.every((each) => each === 'once') ? 'once' : 'unknown';
  }
}

/**
 * `export const handler: Handler = async (event) => …`: an instance of AWS Lambda takes one event at a time. Told by a
 * type, or by the name that the service calls and the event that it hands over, in a file that does not serve by itself.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html
 */
function isLambda(form: FunctionForm, program: Program): boolean {
  const [first, second] = form.parameterForms;
  if (form.parent !== program.module || !form.async || first?.name !== 'event') return false;
  if (second && !/^_*(?:context|ctx)$/u.test(second.name ?? '')) return false;
  const text = program.textOf(program.module.at);
  return (
    /['"]aws-lambda['"]|\b(?:exports|module\.exports)\.(?:lambdaH|h)andler\s*=|\bexport\s+(?:const|async\s+function)\s+(?:lambdaH|h)andler\b/u.test(
      text,
    ) && !/\.listen\(|\bdefineEventHandler\b|\$lib|@sveltejs/u.test(text)
  );
}

function isTestModule(program: Program): boolean {
  return program.module.calls.some((call) => {
    const callee = call.callee.kind === 'value' ? program.definitions[call.callee.value] : undefined;
    if (callee?.op !== 'load' || !TEST_GLOBALS.has(callee.variable.name)) return false;
    const { imported, kind } = callee.variable;
    return imported ? TEST_PACKAGES.test(imported.source) : kind === 'global';
  });
}
