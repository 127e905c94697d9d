/** Where the objects of a class are made, and so who can share one. */
import type { ClassForm, FunctionForm, Program, Temp } from '../../lower/program.js';
import { instructionsOf } from '../../resources/code/instructions.js';
import type { Definitions } from '../../resources/definitions.js';

/** Methods that are done with their callback when they return, or that say how a promise ends. */
const ON_THE_SPOT =
  /^(?:forEach|map|filter|some|every|find\w*|flatMap|reduce\w*|sort|toSorted|then|catch|finally)$/u;

export class Instances {
  private readonly known = new Map<ClassForm, boolean>();

  constructor(
    private readonly program: Program,
    private readonly definitions: Definitions,
  ) {}

  /** True for a class that leaves the file in no way and whose objects are only made, and kept, inside calls. */
  isMadePerCall(form: ClassForm): boolean {
    let known = this.known.get(form);
    if (known === undefined) {
      const sites = this.sitesOf(form);
      known = !form.exported && sites.length > 0 && sites.every((site) => this.isLocal(site.form, site.to));
      this.known.set(form, known);
    }
    return known;
  }

  /** `const buffer = new Buffer(); app.on('request', () => buffer.add(1))`: it is kept by what runs later, and often. */
  isHeldByCallbacks(form: ClassForm): boolean {
    return this.sitesOf(form).some(({ form: owner, to }) => {
      const held = this.program.functions.filter((inner) => inner !== owner && inner.captures.has(owner));
      return held.some((inner) => this.loads(inner, to) && !this.isRunOnTheSpot(inner));
    });
  }

  private loads(form: FunctionForm, made: Temp): boolean {
    return instructionsOf(this.program)
      .inFunction(form)
      .some((each) => each.op === 'load' && each.variable.writes.includes(made));
  }

  /** `rows.forEach((row) => buffer.add(row))`; what waits in it lets others in. */
  private isRunOnTheSpot(form: FunctionForm): boolean {
    if (form.async) return false;
    return instructionsOf(this.program).calls.some(
      ({ instruction: { callee, arguments: args } }) =>
        callee.kind === 'member' &&
        'name' in callee.property &&
        ON_THE_SPOT.test(callee.property.name) &&
        args.some(({ value }) => {
          const made = this.program.definitions[value];
          return made?.op === 'closure' && made.form === form;
        }),
    );
  }

  private sitesOf(form: ClassForm): { readonly form: FunctionForm; readonly to: Temp }[] {
    return this.program.functions.flatMap((owner) =>
      owner.calls
        .filter((call) => {
          if (!call.construct || call.callee.kind !== 'value') return false;
          const callee = this.definitions.termOf(call.callee.value);
          return callee.kind === 'class' && this.definitions.lineOf(callee.form).includes(form);
        })
        .map((call) => ({ form: owner, to: call.to })),
    );
  }

  /** Made in a function, and not what the function gives away. */
  private isLocal(form: FunctionForm, made: Temp): boolean {
    if (form.kind === 'module') return false;
    const given = this.definitions.returnsOf(form).map((temp) => this.definitions.termOf(temp));
    return !given.includes(this.definitions.termOf(made));
  }
}
