/**
 * The corpus: modules in many styles, each racy or safe as its folder's rule sees it. A racy one marks the lines of its
 * races with `// RACE`; a safe one says in its first line why it is. What another rule reports is marked with that
 * rule: `// RACE no-unsafe-lock`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import interleave from 'eslint-plugin-interleave';
import { describe, expect, it } from 'vitest';

const root = path.dirname(fileURLToPath(import.meta.url));

interface Module {
  readonly name: string;
  readonly text: string;
}

function modulesOf(rule: string, kind: 'racy' | 'safe'): Module[] {
  const folder = path.join(root, rule, kind);
  return readdirSync(folder).map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
}

function lint({ name, text }: Module): Linter.LintMessage[] {
  const config: Linter.Config = {
    ...interleave.configs.recommended,
    files: ['**/*.{js,mjs,cjs,ts,tsx}'],
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  };
  return new Linter().verify(text, config, { filename: name });
}

/** The marks of a module, as `line rule`: `// RACE` stands for the folder's own rule, `// RACE no-x` for another. */
function marksOf(text: string, own: string): { readonly line: number; readonly rule: string }[] {
  return text.split('\n').flatMap((content, index) => {
    const mark = /\/\/ RACE\b(?: (no-[a-z-]+))?/u.exec(content);
    return mark ? [{ line: index + 1, rule: mark[1] ?? own }] : [];
  });
}

function isAt(line: number, { line: start, endLine: end = start }: Linter.LintMessage): boolean {
  return start <= line && line <= end;
}

const rules = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

describe.each(rules)('%s', (rule) => {
  it.each(modulesOf(rule, 'racy'))('reports the race in $name, and nothing else', (module) => {
    expectMarked(module, rule);
    expect(lint(module).map((message) => message.ruleId)).toContain(`interleave/${rule}`);
  });

  it.each(modulesOf(rule, 'safe'))('is silent on $name', (module) => {
    expectMarked(module, rule);
    expect(lint(module).map((message) => message.ruleId)).not.toContain(`interleave/${rule}`);
  });
});

/** Every report is at a mark of its rule, and every other rule's mark is reported. */
function expectMarked(module: Module, own: string): void {
  const messages = lint(module);
  const marks = marksOf(module.text, own);
  const unmarked = messages.filter(
    (message) =>
      !marks.some(({ line, rule }) => message.ruleId === `interleave/${rule}` && isAt(line, message)),
  );
  expect(unmarked.map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
  const unreported = marks.filter(
    ({ line, rule }) =>
      rule !== own &&
      !messages.some((message) => message.ruleId === `interleave/${rule}` && isAt(line, message)),
  );
  expect(unreported).toEqual([]);
}
