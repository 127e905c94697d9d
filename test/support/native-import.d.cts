/** Imports a module by Node itself, not through the test runner's transforms. */
export declare function nativeImport(url: string): Promise<unknown>;
