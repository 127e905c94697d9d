/**
 * Latency and memory of the language server, beside ESLint's own VS Code server with the same plugin, in one run on
 * the same files. Every figure is from the client's side of the wire, in milliseconds.
 *
 *   npm run bench:server [-- repetitions]
 */
import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);
const repetitions = Number(process.argv[2] ?? 40);
const LENGTHS = [100, 1000, 2500];
const FILES_OF_A_PROJECT = 1000;

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'interleave-bench-')));
const uriOf = (name) => pathToFileURL(join(folder, name)).href;

const servers = {
  interleave: [join(root, 'server/dist/cli.js')],
  'vscode-eslint': [
    join(
      dirname(require.resolve('vscode-langservers-extracted/package.json')),
      'bin/vscode-eslint-language-server',
    ),
  ],
};

/** What ESLint's server asks its client for. */
const ESLINT_SETTINGS = {
  validate: 'on',
  packageManager: 'npm',
  useESLintClass: true,
  experimental: {},
  codeAction: {
    disableRuleComment: { enable: true, location: 'separateLine' },
    showDocumentation: { enable: true },
  },
  codeActionOnSave: { mode: 'all' },
  format: false,
  quiet: false,
  onIgnoredFiles: 'off',
  options: {},
  rulesCustomizations: [],
  run: 'onType',
  problems: { shortenToSingleLine: false },
  nodePath: null,
  workspaceFolder: { uri: uriOf(''), name: 'bench' },
  workingDirectory: { mode: 'location' },
};

/** A module as services have them: a tenth of its functions race. */
function textOf(length) {
  const parts = [
    "import { readFile } from 'node:fs/promises';",
    "import { Redis } from 'ioredis';",
    'const redis = new Redis();',
  ];
  for (let index = 1, lines = parts.length; lines < length; index++) {
    const part = index % 10 === 0 ? racyFunction(index) : plainFunction(index);
    parts.push(part);
    lines += part.split('\n').length;
  }
  return `${parts.join('\n')}\n`;
}

const racyFunction = (index) => `
/** Adds a hit to the counter of a page. */
export async function hit${index}(page: string, by = 1): Promise<number> {
  const key = \`hits:\${page}:${index}\`;
  const before = Number(await redis.get(key));
  const after = before + by;
  await redis.set(key, after);
  return after;
}`;

const plainFunction = (index) => `
/** Renders a list of items. */
export async function render${index}(items: readonly { name: string; price?: number }[], limit = ${index}): Promise<string> {
  const lines: string[] = [];
  for (const { name, price = 0 } of items) {
    if (price < 0 || name.length === 0) continue;
    const padded = name.padEnd(20).slice(0, 20);
    lines.push(\`\${padded} | \${price.toFixed(2)} | \${limit > price ? 'ok' : 'over'}\`);
    if (lines.length >= limit) break;
  }
  try {
    const head = await readFile(\`/srv/templates/item-${index}.txt\`, 'utf8');
    return [head, ...lines].join('\\n');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return lines.join('\\n');
    throw error;
  }
}`;

function makeProject() {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(folder, 'eslint.config.js'),
    `import interleave from 'eslint-plugin-interleave';
import * as parser from '@typescript-eslint/parser';
export default [{ files: ['**/*.ts'], languageOptions: { parser } }, interleave.configs.recommended];
`,
  );
  for (const length of LENGTHS) writeFileSync(join(folder, `file-${length}.ts`), textOf(length));
  mkdirSync(join(folder, 'project'));
  for (let index = 0; index < FILES_OF_A_PROJECT; index++)
    writeFileSync(join(folder, `project/f${index}.ts`), textOf(100));
}

async function start(name) {
  const server = spawn(process.execPath, [...servers[name], '--stdio'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => ESLINT_SETTINGS));
  connection.onRequest(() => null);
  connection.onNotification(() => undefined);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uriOf(''),
    workspaceFolders: [{ uri: uriOf(''), name: 'bench' }],
    capabilities: {
      workspace: {
        configuration: true,
        workspaceFolders: true,
        diagnostics: { refreshSupport: true },
        workspaceEdit: { documentChanges: true },
      },
      textDocument: {
        diagnostic: { relatedInformation: true },
        codeAction: { dataSupport: true, disabledSupport: true },
      },
    },
  });
  await connection.sendNotification('initialized', {});
  return { connection, server, name };
}

const now = () => performance.now();

async function timed(work) {
  const begin = now();
  const result = await work();
  return { time: now() - begin, result };
}

function open({ connection }, name) {
  const text = readFileSync(join(folder, name), 'utf8');
  const uri = uriOf(name);
  void connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'typescript', version: 1, text },
  });
  return uri;
}

let version = 1;
function change({ connection }, uri) {
  const start = { line: 2, character: 0 };
  // The text stays as long as it is: a line is added, and taken away the next time.
  const isEven = ++version % 2 === 0;
  const contentChange = isEven
    ? { range: { start, end: start }, text: '// note\n' }
    : { range: { start, end: { line: 3, character: 0 } }, text: '' };
  void connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [contentChange],
  });
}

const pull = ({ connection }, uri, token) =>
  connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, ...(token ? [token] : []));

/** From a change to its diagnostics. */
async function changes(client, uri) {
  version = 1;
  const times = [];
  let count = 0;
  for (let index = 0; index < repetitions + 5; index++) {
    change(client, uri);
    const { time, result } = await timed(() => pull(client, uri));
    count = result.items.length;
    // The first few warm up.
    if (index >= 5) times.push(time);
  }
  return { times, count };
}

async function actions(client, uri) {
  const { items } = await pull(client, uri);
  const diagnostic = items.find(({ severity }) => severity < 4);
  const params = { textDocument: { uri }, range: diagnostic.range, context: { diagnostics: [diagnostic] } };
  const times = [];
  for (let index = 0; index < repetitions; index++)
    times.push((await timed(() => client.connection.sendRequest('textDocument/codeAction', params))).time);
  return { times };
}

async function hovers(client, uri) {
  const { items } = await pull(client, uri);
  const position = items.find(({ severity }) => severity < 4).range.start;
  const times = [];
  for (let index = 0; index < repetitions; index++)
    times.push(
      (
        await timed(() =>
          client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position }),
        )
      ).time,
    );
  return { times };
}

/** From the cancellation of a check in full swing to the answer, and on to the first of another document. */
async function cancels(client, uri, other) {
  const [answers, nexts] = [[], []];
  for (let index = 0; index < repetitions; index++) {
    change(client, uri);
    const source = new CancellationTokenSource();
    const answer = pull(client, uri, source.token).catch(() => undefined);
    await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: other },
      position: { line: 0, character: 0 },
    });
    const { time } = await timed(() => {
      source.cancel();
      return answer;
    });
    answers.push(time);
    // A change of the same document cancels the check that runs.
    change(client, uri);
    nexts.push((await timed(() => pull(client, uri))).time);
  }
  return { answers, nexts };
}

/** How long the protocol thread leaves a request waiting that needs no check, while a long file is checked. */
async function blocking(client, uri, other) {
  const times = [];
  for (let index = 0; index < repetitions; index++) {
    change(client, uri);
    const params = {
      textDocument: { uri: other },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [] },
    };
    times.push((await timed(() => client.connection.sendRequest('textDocument/codeAction', params))).time);
  }
  await pull(client, uri);
  return { times };
}

/** Resident memory in megabytes, of the process and all its threads. */
function memoryOf({ server }) {
  try {
    const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return NaN;
  }
}

function show(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(1);
  return `p50 ${at(0.5).padStart(7)}   p95 ${at(0.95).padStart(7)}`;
}

const say = (what, text) => console.log(`${what.padEnd(44)} ${text}`);

try {
  makeProject();
  const clients = [await start('interleave'), await start('vscode-eslint')];
  console.log(`Change to diagnostics, ${repetitions} times each, in turn`);
  const p95 = {};
  for (const length of LENGTHS) {
    for (const client of clients) {
      const uri = open(client, `file-${length}.ts`);
      const { times, count } = await changes(client, uri);
      p95[`${client.name} ${length}`] = [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)];
      say(`  ${length} lines, ${client.name} (${count} diagnostics)`, show(times));
    }
    say(
      `  ${length} lines, p95 as a share of vscode-eslint`,
      (p95[`interleave ${length}`] / p95[`vscode-eslint ${length}`]).toFixed(2),
    );
  }
  const [own, eslint] = clients;
  console.log('1,000 lines');
  say('  code action, interleave', show((await actions(own, uriOf('file-1000.ts'))).times));
  say('  code action, vscode-eslint', show((await actions(eslint, uriOf('file-1000.ts'))).times));
  say('  hover, interleave', show((await hovers(own, uriOf('file-1000.ts'))).times));
  console.log('2,500 lines');
  const { answers, nexts } = await cancels(own, uriOf('file-2500.ts'), uriOf('file-100.ts'));
  say('  cancel to its answer, interleave', show(answers));
  say('  diagnostics after a change that cancels', show(nexts));
  say(
    '  answer of the protocol thread during a check',
    show((await blocking(own, uriOf('file-2500.ts'), uriOf('file-100.ts'))).times),
  );
  console.log('Memory');
  for (const client of clients) say(`  with three open files, ${client.name}`, `${memoryOf(client)} MB`);
  for (let index = 0; index < FILES_OF_A_PROJECT; index++) open(own, `project/f${index}.ts`);
  const { time } = await timed(() => pull(own, uriOf(`project/f${FILES_OF_A_PROJECT - 1}.ts`)));
  say('  1,000 files of 100 lines opened and checked', `${(time / 1000).toFixed(1)} s`);
  say('  with all of them open, interleave', `${memoryOf(own)} MB`);
  for (const { server } of clients) server.kill();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
