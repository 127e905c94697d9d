import { defineConfig } from 'vitest/config';

export default defineConfig({
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
