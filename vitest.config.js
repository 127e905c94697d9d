import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Integration tests of the extension are listed here and run in VS Code, which alone has this module.
  resolve: {
    alias: { vscode: fileURLToPath(new URL('test/editor/integration/no-vscode.ts', import.meta.url)) },
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/corpus/*/**'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // The plugin is tested as users get it: built, and loaded by Node itself.
    server: { deps: { external: [/eslint-plugin\/dist\//] } },
  },
});
