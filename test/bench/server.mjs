/**
 * Latency and memory of the language server, beside ESLint's own VS Code server with the same plugin, in one run on
 * the same files. Wall time is from the client's side of the wire and depends on what else the machine does;
 * processor time is that of the server's process, and hardly does.
 *
 *   npm run bench:server [-- repetitions]
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { BenchClient } from './support/server-client.mjs';
import { nameOf, Project } from './support/server-project.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);
const repetitions = Number(process.argv[2] ?? 40);
/** Before anything is counted: V8 compiles what runs often. */
const WARM_UP = 15;
const LENGTHS = [100, 1000, 2500];
const MANY = 1000;
/** The server gives memory back when it has had nothing to do for a while. */
const REST = 24_000;

const OWN = join(root, 'server/dist/cli.js');
const ESLINT = join(
  dirname(require.resolve('vscode-langservers-extracted/package.json')),
  'bin/vscode-eslint-language-server',
);

const blocksFolder = mkdtempSync(join(tmpdir(), 'interleave-bench-blocks-'));
const blocksFile = join(blocksFolder, 'longest.json');
const project = new Project({ root, lengths: LENGTHS, many: MANY });

const say = (what, text) => console.log(`  ${what.padEnd(52)} ${text}`);

async function measured(client, work) {
  const [begin, processor] = [performance.now(), client.processorTime];
  const result = await work();
  return { wall: performance.now() - begin, processor: client.processorTime - processor, result };
}

const at = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? NaN;

function show(values) {
  return `p50 ${at(values, 0.5).toFixed(1).padStart(7)}   p95 ${at(values, 0.95).toFixed(1).padStart(7)}`;
}

/** From a change to its diagnostics, the servers in turn, so that what else the machine does befalls both. */
async function changes(clients, length) {
  const uris = new Map();
  const times = new Map(clients.map((client) => [client, { wall: [], processor: [] }]));
  for (const client of clients) {
    const uri = client.open(nameOf(length));
    uris.set(client, uri);
    await client.pull(uri);
  }
  for (let index = 0; index < WARM_UP + repetitions; index++) {
    for (const client of clients) {
      const uri = uris.get(client);
      const { wall, processor } = await measured(client, () => {
        client.change(uri);
        return client.pull(uri);
      });
      if (index < WARM_UP) continue;
      times.get(client).wall.push(wall);
      times.get(client).processor.push(processor);
    }
  }
  const [own, other] = clients.map((client) => times.get(client));
  for (const what of ['wall', 'processor']) {
    for (const client of clients)
      say(`${length} lines, ${what} time, ${client.name}`, show(times.get(client)[what]));
    const ratio = (share) => (at(own[what], share) / at(other[what], share)).toFixed(2);
    say(
      `${length} lines, ${what} time, as a share`,
      `p50 ${ratio(0.5).padStart(7)}   p95 ${ratio(0.95).padStart(7)}`,
    );
  }
}

async function repeated(client, work) {
  const times = { wall: [], processor: [] };
  for (let index = 0; index < repetitions; index++) {
    const { wall, processor } = await measured(client, work);
    times.wall.push(wall);
    times.processor.push(processor);
  }
  return times;
}

async function answers(clients, length) {
  for (const client of clients) {
    const uri = project.uri(nameOf(length));
    const items = await client.pull(uri);
    const race = items.find(({ severity }) => severity < 4);
    const actions = await repeated(client, () => client.codeActions(uri, [race]));
    say(`code action, wall time, ${client.name}`, show(actions.wall));
    say(`code action, processor time, ${client.name}`, show(actions.processor));
    if (client.name !== 'interleave') continue;
    const hovers = await repeated(client, () => client.hover(uri, race.range.start));
    say(`hover, wall time, ${client.name}`, show(hovers.wall));
    say(`hover, processor time, ${client.name}`, show(hovers.processor));
  }
}

/** A check in full swing is cancelled: when is the request answered, and how much more does the server work for it? */
async function cancels(client, length) {
  const [long, short] = [project.uri(nameOf(length)), project.uri(nameOf(LENGTHS[0]))];
  const whole = await measured(client, () => {
    client.change(long);
    return client.pull(long);
  });
  const ask = () => {
    client.change(short);
    return client.pull(short);
  };
  const alone = await repeated(client, ask);
  const [answered, stopped, worked] = [[], [], []];
  for (let index = 0; index < repetitions; index++) {
    const source = new CancellationTokenSource();
    client.change(long);
    const answer = client.pull(long, source.token).catch(() => undefined);
    // At another place of the check each time.
    await pause((whole.wall * (index + 0.5)) / repetitions);
    answered.push((await measured(client, () => (source.cancel(), answer))).wall);
    // Closing ends the check; the next one begins as soon as it has stopped.
    const next = await measured(client, () => (client.close(long), ask()));
    stopped.push(next.wall - at(alone.wall, 0.5));
    worked.push(next.processor - at(alone.processor, 0.5));
    client.open(nameOf(length));
    await client.pull(long);
  }
  say(`cancellation to its answer, wall time`, show(answered));
  say(`work after a cancellation, wall time`, show(stopped));
  say(`work after a cancellation, processor time`, show(worked));
}

/** The longest stretch in which the main thread of a server of its own looks for no message. */
async function blocks(work) {
  const client = await BenchClient.start('interleave', {
    program: OWN,
    project,
    flags: ['--import', new URL('support/watch-thread.mjs', import.meta.url).href],
    env: { INTERLEAVE_BENCH_BLOCKS: blocksFile },
  });
  const longest = async () => {
    rmSync(blocksFile, { force: true });
    client.server.kill('SIGUSR2');
    for (;;) {
      await pause(20);
      try {
        return JSON.parse(readFileSync(blocksFile, 'utf8'));
      } catch {
        // Not written yet.
      }
    }
  };
  await longest();
  await work(client, async (what) => {
    const { wall, processor } = await longest();
    say(what, `wall ${wall.toFixed(1).padStart(7)}   processor ${processor.toFixed(1).padStart(7)}`);
  });
  client.stop();
}

const load = () => `load ${loadavg()[0].toFixed(1)} on ${cpus().length} processors`;

try {
  const clients = [
    await BenchClient.start('interleave', { program: OWN, project }),
    await BenchClient.start('vscode-eslint', { program: ESLINT, project }),
  ];
  const [own] = clients;
  console.log(`Change to diagnostics, ${repetitions} times each, in turn, in ms (${load()})`);
  for (const length of LENGTHS) await changes(clients, length);
  console.log(`1,000 lines, in ms (${load()})`);
  await answers(clients, 1000);
  console.log(`2,500 lines, in ms (${load()})`);
  await cancels(own, 2500);
  console.log(`The longest block of the protocol thread, in ms (${load()})`);
  await blocks(async (client, tell) => {
    const uri = client.open(nameOf(2500));
    for (let index = 0; index < repetitions; index++) {
      client.change(uri);
      await client.pull(uri);
    }
    await tell('while 2,500 lines are edited');
    await client.ask('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'portions' });
    await tell(`while a workspace of ${MANY.toLocaleString('en')} files is checked`);
    await pause(100);
    await tell('while it rests (what the machine does)');
  });
  console.log(`Memory (${load()})`);
  for (const client of clients) say(`with three open files, ${client.name}`, `${client.memory} MB`);
  clients[1].stop();
  const uris = project.many.map((name) => own.open(name));
  const opened = await measured(own, () => Promise.all(uris.map((uri) => own.pull(uri))));
  say(`1,000 files of 100 lines opened and checked`, `${(opened.wall / 1000).toFixed(1)} s`);
  say('with all of them open, at once', `${own.memory} MB`);
  await pause(REST);
  say('with all of them open, at rest', `${own.memory} MB`);
  own.stop();
} finally {
  project.remove();
  rmSync(blocksFolder, { recursive: true, force: true });
}
process.exit();
