/** What comes from outside of the program: it is not computed from the question, though the question may quote what was read. */
import { importOf } from '../resources/exports.js';
import type { Term } from '../resources/terms.js';

const NETWORK_PACKAGES = /^(?:axios|got|ky|undici|node-fetch|ofetch|superagent|needle|phin)(?:\/|$)/u;
const ASKING_PACKAGES =
  /^(?:electron|vscode|inquirer|@inquirer\/.*|prompts|enquirer|@clack\/prompts|(?:node:)?readline(?:\/promises)?)$/u;
/** Functions that ask the user, of packages that do other things, too. */
const ASKING =
  /(?:^|\.)(?:show[A-Z]\w*|prompt|prompts|confirm|input|question|select|text|checkbox|default)$/u;

/** True for a call that a server or the user answers. */
export function isAnswered(callee: Term): boolean {
  if (callee.kind === 'global') return /^(?:fetch|prompt|confirm)$/u.test(callee.name);
  const origin = importOf(callee);
  if (!origin) return false;
  return (
    NETWORK_PACKAGES.test(origin.source) || (ASKING_PACKAGES.test(origin.source) && ASKING.test(origin.name))
  );
}
