/** A rule that selects races of a kind of its own, its page, and a racy and a safe module. */
import { SetupError } from './main.mjs';
import { addBefore, camelCase } from './new-text.mjs';

const index = 'eslint-plugin/src/rules/index.ts';

export function newRule(name, read) {
  if (!name.startsWith('no-'))
    throw new SetupError(`"${name}" does not do as a rule's name: it starts with "no-".`);
  const constant = camelCase(name);
  const kind = name.slice('no-'.length);
  const listed = addBefore(read(index), { after: 'const LIST', before: 'no', text: `${constant}, ` });
  const registered = addBefore(listed, {
    before: 'import type { DefinedRule }',
    text: `import { ${constant} } from './${name}.js';\n`,
  });
  const corpus = `test/corpus/${name}`;
  return {
    files: {
      [`eslint-plugin/src/rules/${name}.ts`]: rule(name, constant, kind),
      [`eslint-plugin/docs/rules/${name}.md`]: page(name),
      [`${corpus}/racy/example.ts`]: `// The shortest code that has the race.\nexport {}; // RACE\n`,
      [`${corpus}/safe/example.ts`]: `// safe: the same code, made safe\nexport {};\n`,
    },
    changes: { [index]: registered },
    steps: [
      `Write the race into ${corpus}/racy/ and its look-alikes into safe/: the tests fail until it is found.`,
      `Give eslint-plugin/src/analysis/race.ts a kind '${kind}', in a file of analysis/race/, with what its words and rewrites need.`,
      'Find it in eslint-plugin/src/analysis/races/, in a folder of its own.',
      `Say it in eslint-plugin/src/rules/${name}.ts, and give the rule its kind.`,
      'Add rewrites in eslint-plugin/src/fixes/, and a fixture for each: npm run new -- fixture NAME',
      `Write eslint-plugin/docs/rules/${name}.md, then: npm run docs && npm run format`,
      'Run: npm test',
    ],
  };
}

const rule = (name, constant, kind) => `/** … (what is written, and what makes it stale) */
import type { RaceKind } from '../analysis/race.js';
import { defineRaceRule } from './race-rule.js';

export const ${constant} = defineRaceRule({
  name: '${name}',
  kind: '${kind}' as RaceKind,
  description: 'Disallow … (what, in one line)',
  describe: () => ({ loss: 'What is lost, in one sentence', how: 'How it comes.', remedy: 'What to do.' }),
  rewrites: [],
});
`;

const page = (name) => `# interleave/${name}

<!-- end auto-generated rule header -->

What is lost, and how.

## What it reports

\`\`\`ts reports
export {}; // reported
\`\`\`

## What it never reports

\`\`\`ts silent strict
export {};
\`\`\`

## Options

- \`certainty\` (\`'certain'\`, \`'likely'\` or \`'possible'\`): report races that are at least this sure.

## Rewrites

What is offered, and its limits.

## When not to use it
`;
