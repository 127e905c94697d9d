/**
 * Every code block of every page does what its info string says:
 *
 * - `ts reports`: there is a report on each line marked `// reported`, and no other; text after the mark
 *   (`// reported: text`) is part of the message. `ts reports strict` asks the strict config.
 * - `ts silent`: there is no report. `ts silent strict` asks the strict config.
 * - `ts rewrite`: there is no report. `npm run docs` writes it: what a suggestion makes of the block above.
 * - `js config`: an `eslint.config.js` that finds a race in a JavaScript file; `js config ts`: in a TypeScript file.
 * - `json settings`: `settings.interleave` for the blocks of its section, which makes a difference there.
 * - `js module`: a module that Node runs.
 *
 * The commands in `sh` and `yaml` blocks are checked with those in the prose, in `prose.test.ts`.
 */
import { describe, expect, test } from 'vitest';
import { lintIn, plainConfig, runIn, type Report, type Source } from './lint.js';
import { allPages, codeBlocksOf, type CodeBlock } from './markdown.js';

const CODE = new Set(['js', 'mjs', 'cjs', 'jsx', 'ts', 'tsx', 'json']);
const NOT_CODE = ['sh', 'yaml', 'text'];

const blocks = allPages().flatMap((page) =>
  codeBlocksOf(page).map((block, _index, all) => ({
    place: `${page.path}:${block.line}`,
    block,
    kind: CODE.has(block.language) ? (block.words[0] ?? '') : block.language,
    section: all.filter(({ section }) => section === block.section),
  })),
);

/** Blocks of these kinds, each behind its place. */
function only(...kinds: string[]) {
  return blocks.filter(({ kind }) => kinds.includes(kind)).map((each) => [each.place, each] as const);
}

function settingsOf(section: readonly CodeBlock[]): unknown {
  const settings = section.find(({ words }) => words[0] === 'settings');
  return settings && JSON.parse(settings.text);
}

function lintBlock(block: CodeBlock, settings: unknown): Promise<Report[]> {
  return lintIn(
    plainConfig(block.words.includes('strict') ? 'strict' : 'recommended', settings),
    sourceOf(block),
  );
}

const MARK = / *\/\/ reported(?:: (?<words>.*))?$/u;

/** The block as a file, without marks. */
function sourceOf({ text, language }: CodeBlock): Source {
  const lines = text.split('\n').map((line) => line.replace(MARK, ''));
  return { path: `src/example.${language}`, text: lines.join('\n') };
}

function marksOf({ text }: CodeBlock): { line: number; words: string }[] {
  return text.split('\n').flatMap((line, index) => {
    const mark = MARK.exec(line);
    return mark ? { line: index + 1, words: mark.groups?.['words'] ?? '' } : [];
  });
}

function inShort({ line, message }: Report): string {
  return `line ${line}: ${message}`;
}

test('every code block says what has to hold of it', () => {
  const known = ['reports', 'silent', 'rewrite', 'config', 'settings', 'module', ...NOT_CODE];
  const unknown = blocks.filter(({ kind }) => !known.includes(kind));
  expect(
    unknown.map(({ place, block }) => `${place}: ${[block.language, ...block.words].join(' ')}`),
  ).toEqual([]);
});

describe('a racy block is reported where it is marked', () => {
  test.each(only('reports'))('%s', async (_place, { block, section }) => {
    const reports = await lintBlock(block, settingsOf(section));
    const marks = marksOf(block);
    const isAt = (report: Report, line: number): boolean => report.line <= line && line <= report.endLine;
    expect(marks).not.toEqual([]);
    expect(reports.filter((report) => !marks.some(({ line }) => isAt(report, line))).map(inShort)).toEqual(
      [],
    );
    for (const { line, words } of marks) {
      expect(reports.find((report) => isAt(report, line))?.message, `line ${line}`).toContain(words);
    }
  });
});

describe('a safe block is not reported', () => {
  test.each(only('silent', 'rewrite'))('%s', async (_place, { block, section }) => {
    expect((await lintBlock(block, settingsOf(section))).map(inShort)).toEqual([]);
  });
});

describe('settings make a difference', () => {
  test.each(only('settings'))('%s', async (_place, { section }) => {
    const examples = section.filter(({ words }) => words[0] === 'reports' || words[0] === 'silent');
    const counts = async (settings: unknown): Promise<number[]> =>
      Promise.all(examples.map(async (example) => (await lintBlock(example, settings)).length));
    expect(await counts(settingsOf(section))).not.toEqual(await counts({}));
  });
});

const racyText = `import { Redis } from 'ioredis';

const redis = new Redis();

export async function countHit() {
  const hits = Number(await redis.get('hits'));
  await redis.set('hits', hits + 1);
}
`;

describe.each(['eslint-v9', 'eslint'])('a configuration works with the package %s', (eslint) => {
  test.each(only('config'))('%s', (_place, { block }) => {
    const extension = block.words.includes('ts') ? 'ts' : 'js';
    const files = [
      { path: 'eslint.config.js', text: block.text },
      { path: `src/racy.${extension}`, text: racyText },
      { path: `src/safe.${extension}`, text: 'export const hits = 0;\n' },
    ];
    const { status, output } = runIn(files, [`node_modules/${eslint}/bin/eslint.js`, 'src']);
    expect(output).toMatch(/racy\.[jt]s\n +7:\d+ +error +Lost update: `hits`/u);
    expect(output).toContain('1 problem ');
    expect(status).toBe(1);
  });
});

describe('a module runs', () => {
  test.each(only('module'))('%s', (_place, { block }) => {
    const { status, output } = runIn([{ path: 'module.js', text: block.text }], ['module.js']);
    expect(output).not.toContain('Error');
    expect(status).toBe(0);
  });
});
