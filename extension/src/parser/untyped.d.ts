/** What `oxc.ts` uses of packages that come without types. */

declare module '@napi-rs/wasm-runtime' {
  type Imports = Record<string, Record<string, unknown>>;

  interface Options {
    readonly context: unknown;
    readonly wasi: object;
    readonly asyncWorkPoolSize: number;
    readonly plugins: readonly unknown[];
    readonly overwriteImports: (imports: Imports) => Imports;
    readonly beforeInit: (loaded: { readonly instance: WebAssembly.Instance }) => void;
  }

  export const emnapiAsyncWorkPlugin: unknown;
  export const emnapiTSFNPlugin: unknown;
  export function getDefaultContext(): unknown;
  export function instantiateNapiModuleSync(
    module: WebAssembly.Module,
    options: Options,
  ): { readonly napiModule: { readonly exports: unknown } };
  export const WASI: new (options: { readonly version: 'preview1' }) => object;
}

declare module 'oxc-parser/src-js/wrap' {
  import type { ParseResult } from 'oxc-parser';

  export function wrap(result: ParseResult): ParseResult;
}
