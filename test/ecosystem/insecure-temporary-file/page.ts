/** The page that compares our rule with CodeQL's query, made from the cases. */
import { format, resolveConfig } from 'prettier';
import { CASES, REASONS, type Case } from './cases.js';

const WORD = { reports: 'reported', silent: 'silent' } as const;

export async function comparisonPage(path: string): Promise<string> {
  const differing = CASES.filter((each) => each.codeql !== each.ours);
  const page = `
# Compared with CodeQL's \`js/insecure-temporary-file\`, case by case

<!-- Made from test/ecosystem/insecure-temporary-file/ by: npm test -- test/ecosystem -u -->

[The query](https://codeql.github.com/codeql-query-help/javascript/js-insecure-temporary-file/) asks whether somebody
else on the machine can read or replace a temporary file. [\`no-shared-temp-path\`](rules/no-shared-temp-path.md)
asks whether two runs of the program share it. Restated in other words, our rule runs at \`likely\` on each of the
${CASES.length} cases that CodeQL publishes, in a function that is exported. The two agree on ${CASES.length - differing.length} and differ
on ${differing.length}:

${Object.entries(REASONS)
  .map(([reason, words]) => `- ${words} ${titles(differing.filter((each) => each.reason === reason))}`)
  .join('\n')}

All cases:

${table()}
`;
  return format(page, { ...(await resolveConfig(path)), parser: 'markdown' });
}

function titles(cases: readonly Case[]): string {
  return `(${cases.map(({ title }) => title).join('; ')})`;
}

function table(): string {
  const head = ['| | `js/insecure-temporary-file` | `no-shared-temp-path` |', '| --- | --- | --- |'];
  const body = CASES.map(({ title, codeql, ours }) => {
    const mark = (outcome: string): string => (codeql === ours ? outcome : `**${outcome}**`);
    return `| ${title} | ${mark(WORD[codeql])} | ${mark(WORD[ours])} |`;
  });
  return [...head, ...body].join('\n');
}
