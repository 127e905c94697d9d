/** The extension's bundles: the client for the extension host, the server and its worker as programs of their own. */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './paths.mjs';

export const extensionFolder = join(root, 'extension');
export const bundleFolder = join(extensionFolder, 'dist');

/** The oldest Node that VS Code 1.100 and the server run on. */
const TARGET = 'node20.19';

/**
 * @param {{ isRelease: boolean, into?: string }} options A release is small; a bundle for development can be read and
 * debugged. `into` is emptied first.
 */
export async function bundleExtension({ isRelease, into = bundleFolder }) {
  const { build } = await import('esbuild');
  rmSync(into, { recursive: true, force: true });
  const shared = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: TARGET,
    minify: isRelease,
    sourcemap: isRelease ? false : 'linked',
    legalComments: isRelease ? 'external' : 'none',
    logLevel: 'warning',
    metafile: true,
  };
  const client = await build({
    ...shared,
    entryPoints: { extension: 'extension/src/extension.ts' },
    outdir: into,
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    external: ['vscode'],
    plugins: [oneProtocol],
  });
  const page = await build({
    ...shared,
    entryPoints: { explain: 'extension/src/explain/webview.ts' },
    outdir: into,
    platform: 'browser',
    target: 'chrome132',
    format: 'iife',
  });
  const server = await build({
    ...shared,
    entryPoints: { server: 'server/dist/cli.js', worker: 'server/dist/engine/worker.js' },
    outdir: into,
    format: 'esm',
    splitting: true,
    chunkNames: 'shared-[hash]',
    // The workspace's own jiti is loaded by path, where there is one.
    external: ['jiti', 'jiti/package.json'],
    plugins: [portableParser],
    mainFields: ['module', 'main'],
    // Bundled CommonJS still asks for Node's own modules by `require`.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  mkdirSync(into, { recursive: true });
  copyFileSync(wasm, join(into, 'oxc.wasm'));
  return [client.metafile, page.metafile, server.metafile];
}

/** The server and the client bring a protocol each; one is enough in one bundle. */
const oneProtocol = {
  name: 'one-protocol',
  setup({ onResolve, resolve }) {
    const resolveDir = join(root, 'node_modules/vscode-languageclient');
    onResolve({ filter: /^vscode-languageserver-protocol(?:\/|$)/ }, ({ path, kind, resolveDir: from }) =>
      from.startsWith(join(root, 'server')) ? resolve(path, { kind, resolveDir }) : undefined,
    );
  },
};

/** oxc's parser, as it runs on every machine (see the file). */
const portableParser = {
  name: 'portable-parser',
  setup({ onResolve }) {
    const path = join(extensionFolder, 'src/parser/oxc.ts');
    onResolve({ filter: /^oxc-parser$/ }, ({ kind }) => (kind === 'dynamic-import' ? { path } : undefined));
  },
};

const wasm = createRequire(join(extensionFolder, 'package.json')).resolve('oxc-parser/wasm');
