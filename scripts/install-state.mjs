import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SetupError } from './main.mjs';
import { root, tool } from './paths.mjs';
import { progressOnStderr, run, runNode } from './run.mjs';

const stamp = join(root, 'node_modules/.interleave-installed');

/** Whether node_modules was completely installed from the present lockfile, on this kind of machine. */
export function isInstalled() {
  return readIfThere(stamp) === installation() && toolsAreThere();
}

/** What the stamp says of the present installation: one line that changes when a new install is due. */
export function installation() {
  const lockfile = readFileSync(join(root, 'package-lock.json'));
  return `${process.platform}-${process.arch} ${createHash('sha256').update(lockfile).digest('hex')}\n`;
}

/** Called when npm is through with everything else: an interrupted install has no stamp. */
export function markInstalled() {
  writeFileSync(stamp, installation());
}

export async function install() {
  process.stderr.write('Installing dependencies (npm ci) …\n');
  rmSync(stamp, { force: true });
  const code = await npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']);
  if (code !== 0) {
    throw new SetupError(
      `The dependencies could not be installed: \`npm ci\` ended with code ${code}. ` +
        'See its message above; without a network it cannot work. Then run this command again.',
    );
  }
  markInstalled();
}

/** A production install (`npm ci --omit=dev`) is whole, and still lacks what the commands run on. */
function toolsAreThere() {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.keys(devDependencies).every((name) => existsSync(tool(`${name}/package.json`)));
}

function npm(args) {
  const npmCli = process.env.npm_execpath;
  if (npmCli && basename(npmCli) === 'npm-cli.js') return runNode([npmCli, ...args], progressOnStderr);
  // On Windows npm is a .cmd file, which only a shell can start.
  return run('npm', args, { ...progressOnStderr, shell: process.platform === 'win32' });
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
