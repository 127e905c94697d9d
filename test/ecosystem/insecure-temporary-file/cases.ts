/**
 * The published cases of CodeQL's `js/insecure-temporary-file`, its test and the two examples of its help page, in our
 * own words and code: other names, the same meaning, one entry for one case, in its order.
 *
 * CodeQL's cases run when the module is loaded. Here each is an exported function that waits for nothing: ours asks
 * who can run the code at once, and that is the only addition. What CodeQL does is what its own test says; it is
 * not run here.
 *
 * Source: https://github.com/github/codeql, javascript/ql/test/query-tests/Security/CWE-377 and
 * javascript/ql/src/Security/CWE-377/examples.
 */

export type Outcome = 'reports' | 'silent';

export interface Case {
  readonly title: string;
  /** The body of the function, which is given `text`. */
  readonly code: string;
  /** What CodeQL's own test asks of it. */
  readonly codeql: Outcome;
  /** What `no-shared-temp-path` does at `likely`. */
  readonly ours: Outcome;
  /** Why ours differs; there where it does, and only there. */
  readonly reason?: Reason;
}

/** Why the two differ on a case, in words for users. */
export const REASONS = {
  unique:
    'Nobody else can name the file, so two runs never share it. An attacker who guesses, or watches the folder, is not what our rule is about.',
  mode: 'A mode says who may read and write the file. The runs of one program have the same rights, and share it all the same.',
  weak: '`Math.random` is seldom the same twice: our rule reports it as `possible`, in the `strict` config.',
  folder: "A folder named `tmp` of one's own is no way in for others, but the runs of the program share it.",
} as const;

export type Reason = keyof typeof REASONS;

export const IMPORTS = `
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import tmp from 'tmp';
`;

export const CASES: readonly Case[] = [
  {
    title: 'a part of a UUID in the name',
    code: `const target = path.join(os.tmpdir(), 'acme', crypto.randomUUID().slice(0, 8));
fs.writeFileSync(target, text);`,
    codeql: 'reports',
    ours: 'silent',
    reason: 'unique',
  },
  {
    title: 'a folder of the program that has `tmp` in it',
    code: `const inner = '/tmp/acme';
fs.writeFileSync(path.join('./data/', inner), text);`,
    codeql: 'silent',
    ours: 'reports',
    reason: 'folder',
  },
  {
    title: 'a fixed name below `/tmp`',
    code: `const folder = '/tmp/acme';
fs.writeFileSync(path.join(folder, './report'), text);`,
    codeql: 'reports',
    ours: 'reports',
  },
  {
    title: 'the same with a mode for the owner alone',
    code: `fs.writeFileSync(path.join('/tmp/acme', './report'), text, { mode: 0o600 });`,
    codeql: 'silent',
    ours: 'reports',
    reason: 'mode',
  },
  {
    title: 'the same with a mode that is not known',
    code: `fs.writeFileSync(path.join('/tmp/acme', './report'), text, { mode: process.env.MODE });`,
    codeql: 'silent',
    ours: 'reports',
    reason: 'mode',
  },
  {
    title: 'the same with a mode for everybody',
    code: `fs.writeFileSync(path.join('/tmp/acme', './report'), text, { mode: 0o666 });`,
    codeql: 'reports',
    ours: 'reports',
  },
  {
    title: 'a weak random number in the name',
    code: `const target = path.join(os.tmpdir(), \`page_\${Math.floor(Math.random() * 1e6)}.html\`);
fs.writeFileSync(target, text);`,
    codeql: 'reports',
    ours: 'silent',
    reason: 'weak',
  },
  {
    title: 'the same, opened for writing',
    code: `const target = path.join(os.tmpdir(), \`page_\${Math.floor(Math.random() * 1e6)}.html\`);
fs.openSync(target, 'w');`,
    codeql: 'reports',
    ours: 'silent',
    reason: 'weak',
  },
  {
    title: 'the same, opened with a mode for the owner alone',
    code: `const target = path.join(os.tmpdir(), \`page_\${Math.floor(Math.random() * 1e6)}.html\`);
fs.openSync(target, 'w', 0o600);`,
    codeql: 'silent',
    ours: 'silent',
  },
  {
    title: 'a fixed name in the folder that `os.tmpdir` gives',
    code: `const target = path.join(os.tmpdir(), 'greeting.txt');
fs.writeFileSync(target, text);`,
    codeql: 'reports',
    ours: 'reports',
  },
  {
    title: 'a file of the `tmp` package',
    code: `const target = tmp.fileSync().name;
fs.writeFileSync(target, text);`,
    codeql: 'silent',
    ours: 'silent',
  },
];
