/** The page that compares the two rules, made from the cases. */
import { format, resolveConfig } from 'prettier';
import { CASES, REASONS, type Case } from './cases.js';
import { COMPLAINTS } from './complaints.js';

const WORD = { reports: 'reported', silent: 'silent' } as const;

export async function comparisonPage(path: string): Promise<string> {
  const agreed = CASES.filter((each) => each.eslint === each.ours);
  const differing = CASES.filter((each) => each.eslint !== each.ours);
  const page = `
# Compared with \`require-atomic-updates\`, case by case

<!-- Made from test/ecosystem/require-atomic-updates/ by: npm test -- test/ecosystem -u -->

## Its own test suite

ESLint's suite for [\`require-atomic-updates\`](https://eslint.org/docs/latest/rules/require-atomic-updates) has ${CASES.length}
cases. Restated in other words, both rules run on each of them, read by ESLint's own parser, and
[\`no-await-between-read-and-write\`](rules/no-await-between-read-and-write.md) at \`likely\`. They agree on
${agreed.length} cases and differ on ${differing.length}. Functions that write are exported there: who can call a function matters
to \`no-await-between-read-and-write\`, and not to \`require-atomic-updates\`.

Where they differ, and why:

${Object.entries(REASONS)
  .map(([reason, words]) =>
    differences(
      words,
      differing.filter((each) => each.reason === reason),
    ),
  )
  .join('\n\n')}

All cases:

${table(CASES)}

## What its users asked for

Reports that they complained about, races that they missed, and the look-alikes of both. The last column is what is right.

${table(COMPLAINTS.map(({ behaviour, eslint, wanted }) => ({ title: behaviour, eslint, ours: wanted })))}
`;
  return format(page, { ...(await resolveConfig(path)), parser: 'markdown' });
}

function differences(words: string, cases: readonly Case[]): string {
  const [first] = cases;
  const example = first ? `\n\n\`\`\`js\n${dedent(first.code)}\n\`\`\`` : '';
  return `${words}${example}\n\n${cases.map(({ title }) => `- ${title}`).join('\n')}`;
}

function table(rows: readonly Pick<Case, 'title' | 'eslint' | 'ours'>[]): string {
  const head = ['| | `require-atomic-updates` | `no-await-between-read-and-write` |', '| --- | --- | --- |'];
  const body = rows.map(({ title, eslint, ours }) => {
    const mark = (outcome: string): string => (eslint === ours ? outcome : `**${outcome}**`);
    return `| ${title} | ${mark(WORD[eslint])} | ${mark(WORD[ours])} |`;
  });
  return [...head, ...body].join('\n');
}

function dedent(code: string): string {
  const lines = code.split('\n').filter((line) => line.trim() !== '');
  const margin = Math.min(...lines.map((line) => line.search(/\S/u)));
  return lines.map((line) => line.slice(margin)).join('\n');
}
