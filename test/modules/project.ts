/** Small projects on disk, checked as ESLint checks them. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import interleave from 'eslint-plugin-interleave';
import { onTestFinished } from 'vitest';

export interface Project {
  readonly root: string;
  write(path: string, text: string): void;
  /** The lines of a file that are reported, with the rule that reports each: `3 no-get-then-set`. */
  check(path: string, text: string, options?: CheckOptions): readonly string[];
}

interface CheckOptions {
  readonly config?: 'recommended' | 'strict';
  /** ESLint's own parser instead of typescript-eslint's. */
  readonly espree?: boolean;
}

/** A project that is gone when the test is over. */
export function newProject(files: Readonly<Record<string, string>>): Project {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'interleave-project-')));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  return { root, write, check: (path, text, options) => check(join(root, path), text, options) };
}

function check(
  filename: string,
  text: string,
  { config = 'recommended', espree }: CheckOptions = {},
): string[] {
  const linter = new Linter({ cwd: dirname(filename) });
  const messages = linter.verify(
    text,
    {
      ...interleave.configs[config],
      files: ['**/*.{js,mjs,cjs,ts,tsx}'],
      ...(espree ? {} : { languageOptions: { parser } }),
    },
    { filename },
  );
  return messages.map(
    ({ line, ruleId, message }) => `${line} ${ruleId?.replace('interleave/', '') ?? message}`,
  );
}
