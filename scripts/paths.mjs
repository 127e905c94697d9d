import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where npm was started: paths that a user types are relative to it. */
export const startedIn = process.env.INIT_CWD || process.cwd();

export const cli = join(root, 'eslint-plugin/dist/cli.js');

/** The start file of an installed package's command, such as `tool('vitest/vitest.mjs')`. */
export const tool = (path) => join(root, 'node_modules', path);
