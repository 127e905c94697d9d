import { basename, join } from 'node:path';
import { root } from './paths.mjs';
import { runNode } from './run.mjs';

/**
 * Runs a TypeScript file of `test/` in Node, which cannot by itself. The bundle lies as deep in the tree as files of
 * test/editor/rig do, so that what they find by their own place is found from there, too.
 */
export async function runTypeScript(path, args = []) {
  const { build } = await import('esbuild');
  const outfile = join(root, 'test/.tmp/editor', `${basename(path, '.ts')}.mjs`);
  await build({
    entryPoints: [join(root, path)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return runNode(['--enable-source-maps', outfile, ...args]);
}
