import { kindOfRewrite, type RewriteKind } from '../support/expectation.js';
import { applySuggestion, lintText } from '../proof/lint.js';

const IMPORTS = "import type { Redis } from 'ioredis';\n\n";

/** The body of a function, as an exported function of a module that is given a client and a key. */
export function inFunction(body: string): string {
  const lines = body
    .trim()
    .split('\n')
    .map((line) => `  ${line}`.trimEnd());
  return `${IMPORTS}export async function run(redis: Redis, key: string, step: number) {\n${lines.join('\n')}\n}\n`;
}

/** The rewrites that are offered for the first report of a text. */
export function offersFor(text: string, path = 'module.ts'): readonly (RewriteKind | undefined)[] {
  const [report] = lintText(text, path).reports;
  if (report === undefined) throw new Error(`nothing is reported in:\n${text}`);
  return report.suggestions.map(({ title }) => kindOfRewrite(title));
}

/** A text with the first report answered by a rewrite of this kind. */
export function rewritten(kind: RewriteKind, text: string, path = 'module.ts'): string {
  const [report] = lintText(text, path).reports;
  const suggestion = report?.suggestions.find(({ title }) => kindOfRewrite(title) === kind);
  if (suggestion === undefined) throw new Error(`no ${kind} is offered for:\n${text}`);
  return applySuggestion(text, suggestion);
}

/** The same for a body of `inFunction`: the body afterwards, without what is added to the module. */
export function rewrittenBody(kind: RewriteKind, body: string): string {
  const text = rewritten(kind, inFunction(body));
  const start = text.indexOf('{\n', text.indexOf('function run')) + 2;
  const end = text.indexOf('\n}', start);
  return text.slice(start, end).replace(/^ {2}/gm, '');
}
