/** Where the objects of a class are made, and so who can share one. */
import type { ClassForm, FunctionForm, Program, Temp } from '../../lower/program.js';
import type { Definitions } from '../../resources/definitions.js';

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
