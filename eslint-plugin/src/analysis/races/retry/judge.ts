/** What a test says of a failure or an outcome, under what is supposed of the operation. */
import { classesInWords, classOfCode, classOfWords, type ErrorClass } from '../../../stores/error-signals.js';
import { ABOUT, constant, isTelling, UNKNOWN, type Abstract, type Scenario } from './value.js';

/** `maybe`: both can be, and both are what was supposed. */
export type Verdict = 'yes' | 'no' | 'maybe' | 'unclear';

/** What stands for the status, or the number of rows, in each scenario. */
const STATUS: Readonly<Record<Scenario, number>> = { conflict: 409, lost: 503, success: 200 };
const COUNT: Readonly<Record<Scenario, number>> = { conflict: 0, lost: 0, success: 1 };
/** Numbers from here on are taken for statuses, below for counts. */
const FIRST_STATUS = 100;

/** Whether a failure of the supposed kind is one of these classes. */
export function isOfClass(classes: readonly ErrorClass[], scenario: Scenario): Verdict {
  if (classes.length === 0) return 'unclear';
  if (scenario === 'conflict')
    return classes.includes('conflict') || classes.includes('serialization') ? 'yes' : 'no';
  // What got lost may be lost in several ways, of which the test names some.
  return classes.includes('network') || classes.includes('server') ? 'maybe' : 'no';
}

/** What a failure is asked by a predicate's name, or by a word it should contain. */
export function judgeWords(text: string, scenario: Scenario): Verdict {
  if (/retr(?:y|i)|transient|temporary|recoverable/iu.test(text))
    return scenario === 'lost' ? 'maybe' : 'unclear';
  return isOfClass(classesInWords(text), scenario);
}

/** `left operator right`, one of them telling. */
export function judgeComparison(
  operator: string,
  left: Abstract,
  right: Abstract,
  scenario: Scenario,
): Verdict {
  if (!isTelling(left)) return judgeComparison(mirrored(operator), right, left, scenario);
  if (right.kind !== 'constant') return 'unclear';
  const { value } = right;
  if (operator.startsWith('!')) return inverse(judgeEqual(left, value, scenario));
  if (operator.startsWith('=')) return judgeEqual(left, value, scenario);
  if (typeof value !== 'number' && typeof value !== 'bigint') return 'unclear';
  return judgeOrder(operator, left, Number(value), scenario);
}

function judgeEqual(
  left: Abstract,
  value: Extract<Abstract, { kind: 'constant' }>['value'],
  scenario: Scenario,
): Verdict {
  if (value === null || value === undefined || value === false || value === '')
    return inverse(judgeTruth(left, scenario));
  if (value === true) return judgeTruth(left, scenario);
  if (isOutcome(left) && scenario === 'success') return judgeSuccess(left, value);
  if (isOutcome(left) && (typeof value === 'bigint' || isCountLike(value)))
    return scenario === 'conflict' ? verdict(Number(value) === COUNT[scenario]) : 'unclear';
  const own = ownTexts(left);
  if (own && typeof value === 'string' && own.length > 0) {
    if (own.includes(value)) return 'yes';
    return classOfCode(value) === undefined ? 'no' : judgeCode(value, scenario);
  }
  return typeof value === 'bigint' ? 'unclear' : judgeCode(value, scenario);
}

function judgeCode(value: string | number | boolean, scenario: Scenario): Verdict {
  if (typeof value === 'boolean') return 'unclear';
  if (typeof value === 'number' && value >= 200 && value < 400) return 'no';
  const found = classOfCode(value) ?? (typeof value === 'string' ? classOfWords(value) : undefined);
  return found ? isOfClass([found], scenario) : 'unclear';
}

function judgeSuccess(left: Abstract, value: string | number | boolean | bigint): Verdict {
  if (typeof value === 'string') {
    if (/^(?:ok|success|succeeded|done|created|queued|completed?|true)$/iu.test(value)) return 'yes';
    return classOfWords(value) ? 'no' : 'unclear';
  }
  const number = Number(value);
  if (number >= FIRST_STATUS) return verdict(number >= 200 && number < 300);
  return left.kind === 'part' || left.kind === 'outcome' ? verdict(number === COUNT.success) : 'unclear';
}

function isCountLike(value: string | number | boolean): boolean {
  return typeof value === 'number' && value < FIRST_STATUS;
}

function judgeOrder(operator: string, left: Abstract, bound: number, scenario: Scenario): Verdict {
  if (bound < FIRST_STATUS && !isOutcome(left)) return 'unclear';
  const sample = bound < FIRST_STATUS ? COUNT[scenario] : STATUS[scenario];
  const holds =
    operator === '<'
      ? sample < bound
      : operator === '<='
        ? sample <= bound
        : operator === '>'
          ? sample > bound
          : sample >= bound;
  // What never came has no status either: the failure may be another.
  if (scenario === 'lost' && bound >= FIRST_STATUS) return 'maybe';
  return verdict(holds);
}

/** Whether the value is truthy. */
export function judgeTruth(value: Abstract, scenario: Scenario): Verdict {
  switch (value.kind) {
    case 'constant':
      return verdict(Boolean(value.value));
    case 'function':
    case 'object':
    case 'control':
    case 'error':
    case 'rejected':
      return 'yes';
    case 'outcome':
      return scenario === 'success' ? 'yes' : 'no';
    case 'part':
      return judgePart(value.of, value.name, scenario);
    default:
      return 'unclear';
  }
}

function judgePart(of: 'error' | 'outcome', name: string, scenario: Scenario): Verdict {
  if (/^(?:retr(?:y|i)able|isRetr(?:y|i)able|transient|temporary)$/u.test(name))
    return scenario === 'lost' ? 'maybe' : 'unclear';
  if (of === 'error') {
    if (/^(?:response|status|statusCode|code|message|name|cause|meta)$/u.test(name))
      return scenario === 'lost' ? 'maybe' : 'yes';
    const found = classesInWords(name);
    return found.length > 0 ? isOfClass(found, scenario) : 'unclear';
  }
  if (/conflict|stale|mismatch/iu.test(name)) return verdict(scenario === 'conflict');
  if (/^(?:error|errors|failed|failure|reason)$/iu.test(name)) return verdict(scenario !== 'success');
  if (/^(?:status|statusCode|headers|body)$/u.test(name)) return 'yes';
  return verdict(scenario === 'success');
}

/** What the file itself put into the failure that it throws. */
function ownTexts(value: Abstract): readonly string[] | undefined {
  const whole = value.kind === 'part' ? value.whole : value;
  if (whole.kind !== 'error' || whole.name === undefined) return undefined;
  return [whole.name, ...(whole.texts ?? [])];
}

/** `error instanceof Type`, by the names. */
export function judgeInstance(
  value: Abstract,
  type: string | undefined,
  line: readonly string[],
  scenario: Scenario,
): Verdict {
  if (type === undefined) return 'unclear';
  if (value.kind === 'error' && value.name !== undefined) {
    if (value.name === type || type === 'Error' || line.includes(type)) return 'yes';
    return 'no';
  }
  // Classes for every failure of a library.
  if (
    /^(?:Error|AxiosError|HTTPError|HttpError|MongooseError|MongoError|MongoServerError|DatabaseError|TypeError|Object|Stripe\w*Error|\w*KnownRequestError|\w*ServiceException|QueryFailedError|\w*(?:Api|API|Request|Response|Client|Rest)Error|\w*Exception)$/u.test(
      type,
    )
  ) {
    const found = classOfWords(type.replace(/Error$|Exception$/u, ''));
    if (found === 'conflict' || found === 'network') return isOfClass([found], scenario);
    return scenario === 'lost' ? 'maybe' : 'yes';
  }
  const found = classOfCode(type) ?? classOfWords(type);
  return found ? isOfClass([found], scenario) : 'unclear';
}

export function isOutcome(value: Abstract): boolean {
  return value.kind === 'outcome' || (value.kind === 'part' && value.of === 'outcome');
}

export function inverse(given: Verdict): Verdict {
  if (given === 'yes') return 'no';
  return given === 'no' ? 'yes' : given;
}

function verdict(holds: boolean): Verdict {
  return holds ? 'yes' : 'no';
}

function mirrored(operator: string): string {
  const mirror: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
  return mirror[operator] ?? operator;
}

/** A verdict as a value. `unclear` taints whoever tests it. */
export function valueOfVerdict(given: Verdict): Abstract {
  if (given === 'unclear') return ABOUT;
  return given === 'maybe' ? UNKNOWN : constant(given === 'yes');
}
