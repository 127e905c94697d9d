/**
 * The published cases of two tools that look for checks of files, in our own words and code: other names, the same
 * meaning, one entry for one case.
 *
 * Each case stands in an exported function of a module that imports `node:fs`: neither tool asks who calls a
 * function, `no-check-then-act` does, and what runs once at the start of a program is only `possible` to it.
 *
 * Sources: https://github.com/github/codeql, javascript/ql/test/query-tests/Security/CWE-367 (`js/file-system-race`);
 * https://github.com/ofri-peretz/eslint, packages/eslint-plugin-node-security, rules/no-toctou-vulnerability, with its
 * suite and its coverage suite, as of 5.6.
 */

export type Outcome = 'reports' | 'silent';
export type Peer = 'CodeQL' | 'node-security';

export interface Case {
  readonly peer: Peer;
  readonly title: string;
  /** Statements of a function, or a whole module where it has an import. */
  readonly code: string;
  /** What the tool's own suite asks of it. */
  readonly theirs: Outcome;
  /** What `no-check-then-act` does at `likely`. */
  readonly ours: Outcome;
  /** Why ours differs; there where it does, and only there. */
  readonly reason?: Reason;
  readonly filename?: string;
}

/** Why the tools differ on a case, in words for users. */
export const REASONS = {
  'own handling':
    'The flag `wx` checks and creates in one step. The check before it only gives a better message; the one who comes second fails, and knows.',
  'no decision':
    'Nothing rests on what the check found: the write happens either way, or on something else. Who changes the file in between loses nothing that the check promised.',
  'found, then written':
    'The file is written because it is there. Between check and write it can go, and is then made anew; nobody is told apart by that. `strict` reports it.',
  'kind of thing':
    'It is asked what kind of thing stands there. Files do not turn into directories in between unless somebody attacks; `strict` reports the deletion.',
  'one step':
    'No other call of this process comes between a synchronous check and deletion. Another process that does finds nothing to delete, and nothing is lost; `strict` reports it.',
  'only read':
    'The file is only read. Where it is gone by then, the read fails, as it would have without the check; no update is lost.',
} as const;

export type Reason = keyof typeof REASONS;

const codeql: readonly Omit<Case, 'peer'>[] = [
  {
    title: 'a temporary file is found missing and written',
    code: "const file = path.join(os.tmpdir(), 'greeting'); if (!fs.existsSync(file)) fs.writeFileSync(file, 'hi', { mode: 0o600 });",
    theirs: 'reports',
    ours: 'reports',
  },
  {
    title: 'what `stat` says decides, in another function, about a write',
    code: "const file = choose(); const info = fs.statSync(file); if (isGood(info)) fs.writeFileSync(file, 'text');",
    theirs: 'reports',
    ours: 'silent',
    reason: 'found, then written',
  },
  {
    title: 'a write in the callback of `access`, whatever it says',
    code: "const file = choose(); fs.access(file, fs.constants.F_OK, (problem) => { fs.writeFileSync(file, 'text'); });",
    theirs: 'reports',
    ours: 'silent',
    reason: 'no decision',
  },
  {
    title: 'a write through the descriptor that `open` gave',
    code: "fs.open('notes', 'r+', (problem, handle) => { fs.writeFileSync(handle, 'text'); });",
    theirs: 'silent',
    ours: 'silent',
  },
  {
    title: '`access` finds nothing, and `open` creates with `wx`',
    code: "fs.access('notes', (problem) => { if (!problem) { console.error('there already'); return; } fs.open('notes', 'wx', (failure, handle) => { if (failure) throw failure; }); });",
    theirs: 'reports',
    ours: 'silent',
    reason: 'own handling',
  },
  {
    title: 'a file is found there and read',
    code: 'const file = choose(); if (fs.existsSync(file)) fs.readFileSync(file);',
    theirs: 'silent',
    ours: 'silent',
  },
  {
    title: 'a file is opened again and again',
    code: "const file = choose(); while (Math.random() > 0.5) fs.open(file, 'r', () => {});",
    theirs: 'silent',
    ours: 'silent',
  },
];

/** `if (fs.existsSync(file)) fs.unlinkSync(file)` behind a declaration of `file`. */
const dropped = (declaration: string): string =>
  `${declaration} if (fs.existsSync(file)) fs.unlinkSync(file);`;

const nodeSecurity: readonly Omit<Case, 'peer'>[] = [
  ...[
    ['a number', 'const answer = 42;'],
    ['a flag', 'const isOn = true;'],
    ['an empty function', 'function nothing() {}'],
    ['an empty list', 'const list = [];'],
    ['a read alone', "const text = fs.readFileSync('a.txt');"],
    ['a write alone', "fs.writeFileSync('b.txt', buffer);"],
    ['a `stat` alone', "const info = fs.statSync('a.txt');"],
    ['a read without a path', 'fs.readFileSync();'],
    ['a check, and a read by another object', 'if (fs.existsSync(file)) other.disk.readFileSync(file);'],
    ['a check, and a method under a computed name', 'if (fs.existsSync(file)) fs[name](file);'],
    ['a check, and a method that `fs` does not have', "if (fs.existsSync(file)) fs['hold'](file);"],
    ['something that is no check', "if (fs['look'](file)) fs.readFileSync(file);"],
    ['a check with a minus, and a read', 'if (-fs.existsSync(file)) fs.readFileSync(file);'],
    ['one path checked, another deleted', 'if (fs.existsSync(one)) fs.unlinkSync(other);'],
    ['a check without a path', 'if (fs.existsSync()) fs.unlinkSync(file);'],
    ['a `stat` that is nowhere made', 'if (info.isFile()) fs.readFileSync(file);'],
    ['a `stat` that is handed in', 'const see = (info) => { if (info.isFile()) fs.readFileSync(file); };'],
    ['a `stat` from elsewhere', 'const info = look(); if (info.isFile()) fs.readFileSync(file);'],
    ['a `stat` of nothing', 'const info = fs.statSync(); if (info.isFile()) fs.readFileSync(file);'],
    [
      'a `stat` of another path',
      'const info = fs.statSync(other); if (info.isFile()) fs.readFileSync(file);',
    ],
    ['a check from a table of functions', 'if (tests[mode](file)) fs.unlinkSync(file);'],
    [
      'a `stat` from a table of functions',
      'const info = stats[mode](file); if (info.isFile()) fs.unlinkSync(file);',
    ],
  ].map(([title = '', code = '']): Omit<Case, 'peer'> => ({ title, code, theirs: 'silent', ours: 'silent' })),
  {
    title: 'a test file that checks and reads',
    code: 'if (fs.existsSync(file)) fs.readFileSync(file);',
    filename: 'disk.test.js',
    theirs: 'silent',
    ours: 'silent',
  },
  {
    title: 'a check behind nine negations, and a deletion',
    code: 'if (!!!!!!!!!fs.existsSync(file)) fs.unlinkSync(file);',
    theirs: 'silent',
    ours: 'silent',
  },
  {
    title: 'a file is found there and read into settings',
    code: "const file = path.resolve(root, '.env'); if (fs.existsSync(file)) parse(fs.readFileSync(file));",
    theirs: 'silent',
    ours: 'silent',
  },
  ...[
    [
      'a helper that tells three platforms apart',
      "function cache() { const home = platform() === 'darwin' ? path.join(os.homedir(), 'Library') : (process.env.LOCALAPPDATA ?? path.join(os.homedir(), '.cache')); return path.join(home, 'app', 'cookie'); } const file = cache();",
    ],
    ['the home folder, joined', "const file = path.join(os.homedir(), '.app', 'x');"],
    ['the home folder from the environment', "const file = path.join(process.env.HOME, '.app');"],
    ['the home folder from the user', "const file = path.join(os.userInfo().homedir, 'x');"],
    ['the home folder in a template', 'const file = `${os.homedir()}/.app/x`;'],
    ['the home folder and a text', "const file = os.homedir() + '/.app/x';"],
    ['the home folder itself', 'const file = os.homedir();'],
    [
      'the home folder where nothing is configured',
      "const file = configured ?? path.join(os.homedir(), 'x');",
    ],
    ['the home folder in one case', "const file = special ? other : path.join(os.homedir(), 'x');"],
    ['the home folder behind a prefix', 'const file = prefix + os.homedir();'],
  ].map(([title = '', declaration = '']): Omit<Case, 'peer'> => ({
    title: `found there and deleted: ${title}`,
    code: dropped(declaration),
    theirs: 'silent',
    ours: 'silent',
  })),
  ...[
    ['the shared temporary folder', "const file = path.join(os.tmpdir(), 'app.sock');"],
    ['a constant under /tmp', "const file = '/tmp/app.sock';"],
  ].map(([title = '', declaration = '']): Omit<Case, 'peer'> => ({
    title: `found there and deleted: ${title}`,
    code: dropped(declaration),
    theirs: 'reports',
    ours: 'reports',
  })),
  ...[
    ['a path of which nothing is known', ''],
    ['a variable of the environment', "const file = path.join(process.env.BUILD_DIR, 'x');"],
    [
      'a helper that gives a path in some cases',
      'function where() { if (ready) { return os.homedir(); } } const file = where();',
    ],
    ['a helper that is not there', 'const file = elsewhere();'],
    ['a helper that is an arrow', 'const where = () => os.homedir(); const file = where();'],
    ['a helper that gives nothing', 'function where() {} const file = where();'],
    ['a method under a computed name', 'const file = api[method]();'],
    ['a part of an object', 'const { file } = options;'],
    ['a variable of the environment in brackets', "const file = process.env['HOME'];"],
  ].map(([title = '', declaration = '']): Omit<Case, 'peer'> => ({
    title: `found there and deleted: ${title}`,
    code: dropped(declaration),
    theirs: 'reports',
    ours: 'silent',
    reason: 'one step',
  })),
  {
    title: 'found there and deleted: a parameter',
    code: 'const drop = (file) => { if (fs.existsSync(file)) fs.unlinkSync(file); }; return drop;',
    theirs: 'reports',
    ours: 'silent',
    reason: 'one step',
  },
  {
    title: 'found missing and written',
    code: "if (!fs.existsSync(file)) fs.writeFileSync(file, '');",
    theirs: 'reports',
    ours: 'reports',
  },
  {
    title: 'found missing and written: a path that was joined',
    code: "const file = path.join(folder, '.npmrc'); if (!fs.existsSync(file)) fs.writeFileSync(file, '');",
    theirs: 'reports',
    ours: 'reports',
  },
  {
    title: 'permission asked, and read',
    code: "if (fs.accessSync('a.txt')) { const text = fs.readFileSync('a.txt'); }",
    theirs: 'reports',
    ours: 'silent',
    reason: 'only read',
  },
  {
    title: 'found to be a file, and deleted',
    code: "const info = fs.statSync('a.txt'); if (info.isFile()) fs.unlinkSync('a.txt');",
    theirs: 'reports',
    ours: 'silent',
    reason: 'kind of thing',
  },
  {
    title: 'found to be a file by a method in brackets, and deleted',
    code: "const info = fs['statSync'](file); if (info.isFile()) fs.unlinkSync(file);",
    theirs: 'reports',
    ours: 'silent',
    reason: 'kind of thing',
  },
  {
    title: 'found to be a file by a function around, and read',
    code: 'const info = fs.statSync(file); function see() { if (info.isFile()) fs.readFileSync(file); } return see;',
    theirs: 'reports',
    ours: 'silent',
    reason: 'only read',
  },
  {
    title: 'imported functions, found there and deleted',
    code: "import { existsSync, unlinkSync } from 'node:fs'; export function drop(file) { if (existsSync(file)) unlinkSync(file); }",
    theirs: 'reports',
    ours: 'silent',
    reason: 'one step',
  },
  {
    title: 'a constant path, found there and deleted',
    code: "if (fs.existsSync('a.txt')) fs.unlinkSync('a.txt');",
    theirs: 'reports',
    ours: 'silent',
    reason: 'one step',
  },
  {
    title: 'compared with `false`, and written',
    code: "if (fs.existsSync(file) === false) fs.writeFileSync(file, '');",
    theirs: 'reports',
    ours: 'reports',
  },
  {
    title: 'found there unless it is a rehearsal, and deleted',
    code: 'if (fs.existsSync(file) ? !options.dryRun : false) fs.unlinkSync(file);',
    theirs: 'reports',
    ours: 'silent',
    reason: 'one step',
  },
  {
    title: 'a check behind eight negations, and a deletion',
    code: 'if (!!!!!!!!fs.existsSync(file)) fs.unlinkSync(file);',
    theirs: 'reports',
    ours: 'silent',
    reason: 'one step',
  },
  {
    title: 'a check by a method in brackets, and a deletion',
    code: "if (fs['existsSync'](file)) fs.unlinkSync(file);",
    theirs: 'reports',
    ours: 'silent',
    reason: 'one step',
  },
];

export const CASES: readonly Case[] = [
  ...codeql.map((each): Case => ({ peer: 'CodeQL', ...each })),
  ...nodeSecurity.map((each): Case => ({ peer: 'node-security', ...each })),
];
