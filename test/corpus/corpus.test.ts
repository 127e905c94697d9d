/**
 * The corpus: modules in many styles, each racy or safe. A racy one marks the lines of its races with
 * `// RACE`; a safe one says in its first line why it is.
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

function markedLines(text: string): number[] {
  return text.split('\n').flatMap((line, index) => (line.includes('// RACE') ? [index + 1] : []));
}

const rules = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

describe.each(rules)('%s', (rule) => {
  it.each(modulesOf(rule, 'racy'))('reports the race in $name, and nothing else', (module) => {
    const messages = lint(module);
    const marked = markedLines(module.text);
    const onMark = (message: Linter.LintMessage): boolean =>
      marked.some((line) => message.line <= line && line <= (message.endLine ?? message.line));
    expect(marked).not.toEqual([]);
    expect(messages.filter((message) => !onMark(message)).map((message) => message.message)).toEqual([]);
    expect(new Set(messages.map((message) => message.ruleId))).toEqual(new Set([`interleave/${rule}`]));
  });

  it.each(modulesOf(rule, 'safe'))('is silent on $name', (module) => {
    expect(lint(module).map((message) => `${message.line}: ${message.message}`)).toEqual([]);
  });
});
