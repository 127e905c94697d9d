/** Values that count: positions in a list, and how many there are. */
import type { CallInstruction, GetInstruction, Temp, ValueInstruction } from '../../lower/program.js';
import type { Origins } from '../../resources/origins.js';
import { calledName } from './called-name.js';
import { isCountName } from './id-names.js';

export class Counting {
  constructor(private readonly origins: Origins) {}

  /** `docs.keys()` of a list; those of a `Map` are its own. */
  isPositions(call: CallInstruction): boolean {
    if (this.origins.methodName(call) !== 'keys' || call.callee.kind !== 'member') return false;
    if (call.arguments.length > 0) return false;
    return this.origins.of(call.callee.object).some((list) => {
      if (list.op === 'array') return true;
      if (list.op === 'call')
        return /^(?:Array|map|filter|flatMap|slice|split\w*)$/u.test(
          this.origins.methodName(list) ?? calledName(this.origins, list) ?? '',
        );
      const parameter = this.origins.definitions.parameterOf(list.to);
      return parameter?.form.parameterForms[parameter.index]?.annotation?.kind === 'list';
    });
  }

  /** `[i, doc]` of `docs.entries()`. */
  isEntry(temp: Temp): boolean {
    const of = (list: Temp): boolean =>
      this.origins.of(list).some((made) => {
        if (made.op === 'array') return made.elements.some(({ value, spread }) => spread && of(value));
        if (made.op !== 'call') return false;
        const name = this.origins.methodName(made);
        if (name === 'entries') return made.arguments.length === 0;
        return name === 'from' && made.arguments[0] !== undefined && of(made.arguments[0].value);
      });
    return this.origins.of(temp).some((made) => {
      if (made.op === 'compute' && made.operator === 'element') return made.operands.some(of);
      const parameter = this.origins.definitions.parameterOf(made.to);
      const site = parameter && parameter.index === 0 ? this.origins.callbackSite(parameter.form) : undefined;
      return site?.callee.kind === 'member' && of(site.callee.object);
    });
  }

  /** `docs.length`, `(await collection.describe()).count`; not `job.count` of what the caller passes. */
  isCount(made: GetInstruction): boolean {
    if (!('name' in made.property)) return false;
    if (!isCountName(made.property.name))
      return this.origins.of(made.object).some((each) => this.counts(each));
    if (/^(?:length|size)$/u.test(made.property.name)) return this.isCountedList(made.object);
    return this.origins
      .of(made.object)
      .some((each) => each.op === 'call' || (each.op === 'get' && this.isAnswer(each)));
  }

  /** A call of a method of another's that counts: `const { data } = await milvus.count(…)`. */
  private counts(made: ValueInstruction): boolean {
    return (
      made.op === 'call' &&
      this.origins.methodName(made) !== undefined &&
      this.origins.calledBy(made).length === 0 &&
      this.isCountCall(made)
    );
  }

  /** The length of a text says nothing of how many there are. */
  private isCountedList(object: Temp): boolean {
    return this.origins
      .of(object)
      .every((each) => (each.op !== 'compute' && each.op !== 'literal') || this.isListLike(each));
  }

  private isListLike(made: ValueInstruction): boolean {
    const parameter = this.origins.definitions.parameterOf(made.to);
    const type = parameter?.form.parameterForms[parameter.index]?.annotation;
    return parameter !== undefined && (type === undefined || type.kind === 'list' || type.kind === 'named');
  }

  private isAnswer(made: GetInstruction): boolean {
    return this.origins
      .of(made.object)
      .some((each) => each.op === 'call' || (each.op === 'get' && this.isAnswer(each)));
  }

  /** `collection.count()`; `Math.max(a, b)` is one of its arguments, `Math.max(...ids)` is what is there. */
  isCountCall(call: CallInstruction): boolean {
    const name = this.origins.methodName(call) ?? calledName(this.origins, call);
    if (name === undefined || !isCountName(name)) return false;
    return name !== 'max' || call.arguments.some(({ spread }) => spread);
  }
}
