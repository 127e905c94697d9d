/** What pages say of the project is so: generated parts, commands, paths, links. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import interleave from 'eslint-plugin-interleave';
import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../eslint-plugin/dist/cli/arguments.js';
import {
  allPages,
  codeBlocksOf,
  codeSpansOf,
  linkedPathsOf,
  root,
  RULE_PAGES,
  type Page,
} from './markdown.js';

test('every rule has a page, and every page a rule', () => {
  const rules = Object.keys(interleave.rules).map((rule) => `${rule}.md`);
  expect(readdirSync(join(root, RULE_PAGES)).sort()).toEqual(rules.sort());
});

test('what `npm run docs` writes is up to date', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/docs.mjs', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stdout + stderr).toBe('');
  expect(status).toBe(0);
});

/** Lines of shell, in blocks and between backquotes. */
function commandsOf(page: Page): string[] {
  const shell = codeBlocksOf(page).filter(({ language }) => language === 'sh' || language === 'yaml');
  const lines = shell.flatMap(({ text }) =>
    text.split('\n').map((line) => line.replace(/^[ -]*run: /u, '').trim()),
  );
  return [...lines, ...codeSpansOf(page.text)].map((line) => line.replace(/ +(?:[>|#]|&&).*$/u, ''));
}

function scriptsIn(path: string): readonly string[] {
  const manifest: unknown = JSON.parse(readFileSync(join(root, path), 'utf8'));
  const scripts =
    typeof manifest === 'object' && manifest !== null && 'scripts' in manifest ? manifest.scripts : {};
  return Object.keys(scripts ?? {});
}

describe.each(allPages())('$path', (page) => {
  test('names scripts that there are', () => {
    const named = commandsOf(page).flatMap((command) => {
      const [, script] = /^npm (?:run )?(start|test|(?<=run )[\w-]+)(?: |$)/u.exec(command) ?? [];
      return script ?? [];
    });
    expect(scriptsIn('package.json')).toEqual(expect.arrayContaining([...new Set(named)]));
  });

  test('calls `interleave` as it can be called', () => {
    const calls = commandsOf(page).flatMap((command) => /^npx interleave ?(.*)$/u.exec(command)?.[1] ?? []);
    for (const call of calls) expect(() => parseCommand(call.split(' ').filter(Boolean)), call).not.toThrow();
  });

  test('names files and folders that there are', () => {
    const bases = [
      '.',
      'eslint-plugin/src',
      'eslint-plugin/src/analysis',
      'eslint-plugin',
      'server/src',
      'extension/src',
      'test/editor',
    ];
    const paths = codeSpansOf(page.text).filter(
      (span) => /^[\w.-]+\/(?:[\w.-]+\/?)*$/u.test(span) && isOurs(span),
    );
    const missing = paths.filter((path) => !bases.some((base) => existsSync(join(root, base, path))));
    expect(missing).toEqual([]);
  });

  test('links to files that there are', () => {
    expect(linkedPathsOf(page).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

/** Not a rule (`interleave/…`) or a package (`async-mutex/semaphore`): a folder, or a file with an extension. */
function isOurs(span: string): boolean {
  return span.endsWith('/') || /\.\w+$/u.test(span);
}
