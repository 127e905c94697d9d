/** The page that compares the rules, made from the cases. */
import { format, resolveConfig } from 'prettier';
import { CASES, REASONS, type Case, type Peer } from './cases.js';

const WORD = { reports: 'reported', silent: 'silent' } as const;

const NAMES: Readonly<Record<Peer, string>> = {
  CodeQL: '`js/file-system-race` of CodeQL',
  'node-security': '`no-toctou-vulnerability` of eslint-plugin-node-security',
};

export async function comparisonPage(path: string): Promise<string> {
  const page = `
# Checks of files, compared case by case

<!-- Made from test/ecosystem/file-checks/ by: npm test -- test/ecosystem -u -->

The published cases of two tools, restated in other words; [\`no-check-then-act\`](rules/no-check-then-act.md) runs on each,
at \`likely\`. Both look for attackers who swap a file between check and use; \`no-check-then-act\` looks for updates that
are lost, and for programs that crash, when two of them run at once. What the tools do is what their own suites ask for.

${(['CodeQL', 'node-security'] as const).map((peer) => section(peer)).join('\n\n')}

## Where they differ, and why

${Object.entries(REASONS)
  .map(([reason, words]) =>
    differences(
      words,
      CASES.filter((each) => each.reason === reason),
    ),
  )
  .join('\n\n')}
`;
  return format(page, { ...(await resolveConfig(path)), parser: 'markdown' });
}

function section(peer: Peer): string {
  const cases = CASES.filter((each) => each.peer === peer);
  const agreed = cases.filter(({ theirs, ours }) => theirs === ours);
  return `## ${NAMES[peer]}

They agree on ${agreed.length} of ${cases.length} cases.

${table(cases)}`;
}

function differences(words: string, cases: readonly Case[]): string {
  const [first] = cases;
  const example = first ? `\n\n\`\`\`js\n${first.code}\n\`\`\`` : '';
  return `${words}${example}\n\n${cases.map(({ title }) => `- ${title}`).join('\n')}`;
}

function table(rows: readonly Case[]): string {
  const head = ['| | its suite | `no-check-then-act` |', '| --- | --- | --- |'];
  const body = rows.map(({ title, theirs, ours }) => {
    const mark = (outcome: string): string => (theirs === ours ? outcome : `**${outcome}**`);
    return `| ${title} | ${mark(WORD[theirs])} | ${mark(WORD[ours])} |`;
  });
  return [...head, ...body].join('\n');
}
