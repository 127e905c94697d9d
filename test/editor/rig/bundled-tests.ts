import { join } from 'node:path';
import { build } from 'esbuild';
import { root, work } from './paths.js';

/** The integration tests as a module that exports `run()`: what VS Code loads into its extension host. */
export async function bundledTests(): Promise<string> {
  const outfile = join(work, 'integration.cjs');
  await build({
    entryPoints: [join(root, 'test/editor/integration/run.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return outfile;
}
