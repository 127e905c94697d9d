/** The server spares ESLint the walk through every node: the plugin's rules must not miss it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linter, SourceCode, type Rule } from 'eslint';
import { describe, expect, test } from 'vitest';
import plugin from 'eslint-plugin-interleave';
import { parseWithOxc } from '../../server/dist/engine/parse/oxc.js';
import { WholeProgram } from '../../server/dist/engine/parse/whole-program.js';
import { root } from '../docs/markdown.js';
import { RACY } from './support/samples.js';

function verify(
  text: string,
  kind: typeof SourceCode,
  rules: Record<string, Rule.RuleModule> = plugin.rules,
) {
  const parsed = parseWithOxc(text, { sourceType: 'module', jsx: false });
  if (!parsed) return 'not parsed';
  const code = new kind({ text, ...parsed } as unknown as SourceCode.Config);
  return new Linter({ configType: 'flat' }).verify(
    code,
    [
      {
        files: ['**/*.ts'],
        plugins: { interleave: { rules } },
        rules: Object.fromEntries(Object.keys(rules).map((name) => [`interleave/${name}`, 'error'])),
      },
    ],
    { filename: 'a.ts' },
  );
}

test.each(Object.keys(plugin.rules))('%s waits for the program alone', (name) => {
  const rule = plugin.rules[name];
  if (!rule) throw new Error('No rule');
  let listeners: string[] = [];
  const spied: Rule.RuleModule = {
    ...rule,
    create: (context) => {
      const found = rule.create(context);
      listeners = Object.keys(found);
      return found;
    },
  };
  verify(RACY, SourceCode, { [name]: spied });
  expect(listeners).not.toEqual([]);
  expect(listeners.filter((listener) => listener !== 'Program' && listener !== 'Program:exit')).toEqual([]);
});

describe('without the walk', () => {
  const folder = join(root, 'test/corpus');
  const corpora = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  test.each(corpora.map(({ name }) => name))('the same is found in %s', (name) => {
    const files = readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' });
    const texts = files
      .filter((path) => path.endsWith('.ts'))
      .sort()
      .filter((_, index) => index % 4 === 0)
      .map((path) => readFileSync(join(folder, name, path), 'utf8'));
    for (const text of texts) expect(verify(text, WholeProgram)).toEqual(verify(text, SourceCode));
  });
});
