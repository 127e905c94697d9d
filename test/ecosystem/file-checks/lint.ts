/** Lints a case with our rule, as ESLint itself reads JavaScript. */
import { Linter } from 'eslint';
import interleave from 'eslint-plugin-interleave';
import type { Case, Outcome } from './cases.js';

const HEAD = "import fs from 'node:fs';\nimport os from 'node:os';\nimport path from 'node:path';\n";

/** @throws {SyntaxError} where the text does not parse. */
export function oursOn({ code, filename = 'disk.js' }: Case): Outcome {
  const text = code.startsWith('import ') ? code : `${HEAD}export function run() { ${code} }\n`;
  const messages = new Linter().verify(
    text,
    {
      plugins: { interleave },
      rules: { 'interleave/no-check-then-act': ['error', { certainty: 'likely' }] },
    },
    { filename },
  );
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new SyntaxError(fatal.message);
  return messages.length > 0 ? 'reports' : 'silent';
}
