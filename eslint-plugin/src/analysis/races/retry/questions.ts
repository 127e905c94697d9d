/** Questions that a program asks by a call: about the failure, or about what is known of a value. */
import type { CallInstruction } from '../../lower/program.js';
import { judgeComparison, judgeWords, valueOfVerdict, type Verdict } from './judge.js';
import type { Machine } from './machine.js';
import { ABOUT, isTelling, UNKNOWN, type Abstract, type Path } from './value.js';

/** `['GET', 'HEAD'].includes(method)`, where both are known. */
export function membership(
  machine: Machine,
  call: CallInstruction,
  name: string | undefined,
  [first]: readonly Abstract[],
): boolean | undefined {
  if ((name !== 'includes' && name !== 'has') || first?.kind !== 'constant') return undefined;
  if (call.callee.kind !== 'member') return undefined;
  const texts = machine.index.textsOf(call.callee.object);
  return texts.length === 0 ? undefined : texts.includes(String(first.value));
}

/** `error.message.includes('…')`, `CODES.has(error.code)`, `isConflict(error)`, `/…/.test(error.message)`. */
export function ask(
  machine: Machine,
  call: CallInstruction,
  name: string | undefined,
  object: Abstract,
  args: readonly Abstract[],
  path: Path,
): Abstract | undefined {
  const told = [object, ...args].find(isTelling);
  if (!told) return undefined;
  const { index, scenario } = machine;
  const answer = (given: Verdict, text: string): Abstract => {
    machine.note(path, given, text, told);
    return valueOfVerdict(given);
  };
  if (/^(?:toString|toLowerCase|toUpperCase|trim|String|Number|json|text|at|slice)$/u.test(name ?? ''))
    return told;
  if (/^(?:includes|has|indexOf|startsWith|endsWith|match|test|get)$/u.test(name ?? '')) {
    const texts = isTelling(object)
      ? index.textsOf(call.arguments[0]?.value)
      : call.callee.kind === 'member'
        ? index.textsOf(call.callee.object)
        : [];
    if (texts.length === 0) return name === 'get' ? ABOUT : answer('unclear', '');
    return answer(anyOf(texts.map((text) => judgeText(text, told, machine))), texts.join(' '));
  }
  if (name === 'isAxiosError' || name === 'isError' || name === 'isArray') return UNKNOWN;
  if (name !== undefined && /^(?:is|has|was|are|should|can)[A-Z_]|Error$|^(?:conflict|retr)/u.test(name))
    return answer(judgeWords(name, scenario), name);
  return ABOUT;
}

function judgeText(text: string, told: Abstract, machine: Machine): Verdict {
  const exact = judgeComparison('===', told, { kind: 'constant', value: text }, machine.scenario);
  return exact === 'unclear' || exact === 'no' ? judgeWords(text, machine.scenario) : exact;
}

function anyOf(verdicts: readonly Verdict[]): Verdict {
  for (const each of ['yes', 'maybe', 'unclear'] as const) if (verdicts.includes(each)) return each;
  return 'no';
}
