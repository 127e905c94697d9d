/**
 * oxc's parser as WebAssembly: what the packed server imports in place of `oxc-parser`, whose native code is made for
 * one machine each. One package then works on all of them.
 *
 * The module comes with `oxc-parser`; what it needs to run is what napi-rs's own loaders for it do
 * (https://napi.rs, "WebAssembly"), without access to files.
 */
import { readFileSync } from 'node:fs';
import {
  emnapiAsyncWorkPlugin,
  emnapiTSFNPlugin,
  getDefaultContext,
  instantiateNapiModuleSync,
  WASI,
} from '@napi-rs/wasm-runtime';
import type { ParseResult, ParserOptions } from 'oxc-parser';
import { wrap } from 'oxc-parser/src-js/wrap';

/** Pages of 64 kB that the module asks for at least, and may grow to. */
const MEMORY = { initial: 1024, maximum: 65_536 };

const binding = load(new URL('oxc.wasm', import.meta.url));

/** As `parseSync` of `oxc-parser`. */
export function parseSync(filename: string, text: string, options?: ParserOptions): ParseResult {
  return wrap(binding.parseSync(filename, text, options));
}

interface Binding {
  parseSync(filename: string, text: string, options?: ParserOptions): ParseResult;
}

function load(file: URL): Binding {
  try {
    return instantiate(readFileSync(file));
  } catch (error) {
    // Whoever imports this does without it: say why nothing is found.
    console.error('The parser could not be loaded.', error);
    throw error;
  }
}

function instantiate(code: Uint8Array<ArrayBuffer>): Binding {
  const { napiModule } = instantiateNapiModuleSync(new WebAssembly.Module(code), {
    context: getDefaultContext(),
    wasi: new WASI({ version: 'preview1' }),
    asyncWorkPoolSize: 0,
    plugins: [emnapiAsyncWorkPlugin, emnapiTSFNPlugin],
    overwriteImports: (imports) => ({
      ...imports,
      env: { ...imports.env, ...imports.napi, ...imports.emnapi, memory: new WebAssembly.Memory(MEMORY) },
    }),
    beforeInit({ instance: { exports } }) {
      for (const [name, register] of Object.entries(exports)) if (isRegistration(name, register)) register();
    },
  });
  const { exports } = napiModule;
  if (!isBinding(exports)) throw new TypeError('The module has no parser.');
  return exports;
}

function isBinding(exports: unknown): exports is Binding {
  return typeof exports === 'object' && exports !== null && 'parseSync' in exports;
}

/** What the module runs to say what it exports. */
function isRegistration(name: string, value: WebAssembly.ExportValue): value is () => void {
  return name.startsWith('__napi_register__') && typeof value === 'function';
}
