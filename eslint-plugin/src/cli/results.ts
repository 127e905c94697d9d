/** ESLint's results without what is not ours to report. */
import type { ESLint, Linter } from 'eslint';

export const RULE_PREFIX = 'interleave/';

/**
 * Keeps the reports of our rules, syntax errors, and which named files were ignored. The rest comes from
 * comments in the code that speak to the project's own ESLint, of rules and environments unknown here.
 */
export function keepOwnMessages(result: ESLint.LintResult): ESLint.LintResult {
  const messages = result.messages.filter(isOwn).map(sayHowToCheckIgnored);
  const errors = messages.filter(({ severity }) => severity === 2);
  return {
    ...result,
    messages,
    suppressedMessages: result.suppressedMessages.filter(isOwn),
    errorCount: errors.length,
    warningCount: messages.length - errors.length,
    fatalErrorCount: errors.filter(({ fatal }) => fatal).length,
    fixableErrorCount: errors.filter(({ fix }) => fix).length,
    fixableWarningCount: messages.filter(({ severity, fix }) => severity === 1 && fix).length,
  };
}

function isOwn(message: Linter.LintMessage): boolean {
  return isRaceMessage(message) || isSyntaxError(message) || isAboutIgnored(message);
}

export function isRaceMessage({ ruleId }: Linter.LintMessage): boolean {
  return ruleId?.startsWith(RULE_PREFIX) ?? false;
}

export function isSyntaxError({ fatal, message }: Linter.LintMessage): boolean {
  return fatal === true && message.startsWith('Parsing error:');
}

function isAboutIgnored({ ruleId, severity, message }: Linter.LintMessage): boolean {
  return ruleId === null && severity === 1 && message.startsWith('File ignored');
}

/** ESLint's advice names options that are not ours. */
function sayHowToCheckIgnored(message: Linter.LintMessage): Linter.LintMessage {
  if (!isAboutIgnored(message)) return message;
  const reason = message.message.includes('no matching configuration')
    ? 'it is not JavaScript or TypeScript'
    : 'it is left out by default. See interleave --help';
  return { ...message, message: `File ignored because ${reason}.` };
}
