/**
 * VS Code's own server and web workbench, from the npm registry: the package code-server carries them. Only these are
 * installed, without code-server's own entry, which needs native modules.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { lock } from 'proper-lockfile';
import { run } from './processes.js';
import { root } from './paths.js';

/** VS Code 1.100.3. The digest is the registry's own, of this very version. */
const VERSION = '4.100.3';
const INTEGRITY =
  'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==';

const cache = join(root, 'node_modules/.cache/interleave');
const installed = join(cache, `code-server-${VERSION}`);

/** The folder of VS Code's server, installed when it is not there yet: some 15 seconds, and 270 MB. */
export async function installedServer(): Promise<string> {
  if (existsSync(installed)) return installed;
  await mkdir(cache, { recursive: true });
  const release = await lock(cache, {
    stale: 30_000,
    update: 5_000,
    retries: { forever: true, minTimeout: 200, maxTimeout: 1_000 },
  });
  try {
    // Asked again: another run may have done the work while this one waited.
    if (!existsSync(installed)) await install();
  } finally {
    await release();
  }
  return installed;
}

/** Made aside and moved when it is whole: an interrupted installation leaves nothing that looks like one. */
async function install(): Promise<void> {
  for (const name of await readdir(cache))
    if (name.startsWith('installing-')) await rm(join(cache, name), { recursive: true, force: true });
  const folder = await mkdtemp(join(cache, 'installing-'));
  try {
    process.stderr.write(`Installing VS Code's server (code-server ${VERSION}, some 50 MB) …\n`);
    await npm(['pack', `code-server@${VERSION}`, '--silent'], folder);
    const archive = `code-server-${VERSION}.tgz`;
    await verify(join(folder, archive));
    // By its bare name: some versions of tar take C: for the name of a machine.
    await run('tar', ['-xzf', archive], { cwd: folder });
    const server = join(folder, 'package/lib/vscode');
    await npm(
      ['ci', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'],
      server,
    );
    // It needs a TypeScript that is not in the package, and tells everybody so. Types are not what is tested.
    await rm(join(server, 'extensions/typescript-language-features'), { recursive: true });
    await rename(server, installed);
  } catch (error) {
    throw new Error(
      `VS Code's server could not be installed from the npm registry (code-server@${VERSION}). ` +
        'It needs a network the first time; then it is kept in node_modules/.cache/interleave.\n' +
        (error instanceof Error ? error.message : String(error)),
      { cause: error },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function verify(archive: string): Promise<void> {
  const digest = createHash('sha512')
    .update(await readFile(archive))
    .digest('base64');
  if (`sha512-${digest}` !== INTEGRITY)
    throw new Error(`${basename(archive)} is not what it was: sha512-${digest}`);
}

function npm(args: readonly string[], cwd: string): Promise<string> {
  const cli = process.env['npm_execpath'];
  // Variables of the npm that runs us would tell this one about another project.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOfOuterNpm(name)));
  if (cli !== undefined && basename(cli) === 'npm-cli.js')
    return run(process.execPath, [cli, ...args], { cwd, env });
  // On Windows npm is a .cmd file, which only a shell can start.
  return run('npm', args, { cwd, env, shell: process.platform === 'win32' });
}

/** `npm_config_*` stays where the user has set it: registries and proxies are told that way. */
function isOfOuterNpm(name: string): boolean {
  return /^npm_(?:lifecycle|package)_|^npm_config_(?:workspaces?|local_prefix|prefix)$|^INIT_CWD$/i.test(
    name,
  );
}
