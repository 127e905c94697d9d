import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { installation } from './install-state.mjs';
import { SetupError } from './main.mjs';
import { root, tool } from './paths.mjs';
import { progressOnStderr, runNode } from './run.mjs';

const stamp = join(root, 'node_modules/.interleave-built');

/** Whether every package's `dist` is whole and was made from the present sources. Does not start tsc. */
export function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs() && packages().every(isWhole);
}

export async function build() {
  process.stderr.write('Building (tsc -b) …\n');
  rmSync(stamp, { force: true });
  // tsc goes by its own notes, which do not tell it that an output was deleted or lost its source.
  for (const path of packages())
    if (!isWhole(path)) rmSync(join(path, 'dist'), { recursive: true, force: true });
  const made = inputs();
  const code = await runNode([tool('typescript/bin/tsc'), '-b', root], progressOnStderr);
  if (code !== 0) throw new SetupError('The build failed: see the errors above.');
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, made);
}

/** The packages that `tsc -b` builds, as absolute folders: those that the root tsconfig.json refers to. */
function packages() {
  const { references } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
  return references.map((reference) => join(root, reference.path));
}

/** A digest of all that the build is made from. By content: a checkout or a copy changes times only. */
function inputs() {
  const configs = ['tsconfig.json', 'tsconfig.base.json'].map((name) => join(root, name));
  const ofPackages = packages().flatMap((path) => [
    join(path, 'tsconfig.json'),
    join(path, 'package.json'),
    ...sources(path).map((name) => join(path, 'src', name)),
  ]);
  const hash = createHash('sha256').update(installation());
  for (const file of [...configs, ...ofPackages]) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file)} ${content.length}\n`).update(content);
  }
  return `${hash.digest('hex')}\n`;
}

/** Whether each source has its output and each output its source. */
function isWhole(path) {
  const expected = sources(path).flatMap((name) => ['.js', '.d.ts'].map((end) => name.replace(/\.ts$/, end)));
  const present = new Set(filesBelow(join(path, 'dist')).filter((name) => /\.(?:js|d\.ts)$/.test(name)));
  return expected.length === present.size && expected.every((name) => present.has(name));
}

function sources(path) {
  return filesBelow(join(path, 'src')).filter((name) => name.endsWith('.ts'));
}

/** Relative paths, in an order that does not depend on the file system. */
function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}
