/** A rule that selects races of a kind of its own, its page, and a racy and a safe module. */
import { SetupError } from './main.mjs';
import { addBefore, camelCase } from './new-text.mjs';

const index = 'eslint-plugin/src/index.ts';

export function newRule(name, read) {
  if (!name.startsWith('no-'))
    throw new SetupError(`"${name}" does not do as a rule's name: it starts with "no-".`);
  const constant = camelCase(name);
  const kind = name.slice('no-'.length);
  const listed = addBefore(read(index), {
    after: 'const rules = {',
    before: "'",
    text: `'${name}': ${constant}, `,
  });
  const registered = addBefore(listed, {
    before: '\nexport type {',
    text: `import { ${constant} } from './rules/${name}.js';\n`,
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
      `Give eslint-plugin/src/analysis/race.ts a kind '${kind}', with what its words and rewrites need.`,
      'Find it in eslint-plugin/src/analysis/races/, in a file of its own.',
      `Say it in eslint-plugin/src/rules/describe.ts; finish eslint-plugin/src/rules/${name}.ts.`,
      'Add rewrites in eslint-plugin/src/fixes/, and a fixture for each: npm run new -- fixture NAME',
      `Write eslint-plugin/docs/rules/${name}.md, then: npm run docs && npm run format`,
      'Run: npm test',
    ],
  };
}

const rule = (
  name,
  constant,
  kind,
) => `/** Selects ${kind} races, says what they lose, and offers their rewrites. */
import { analyze } from '../analysis/index.js';
import type { Certainty } from '../analysis/race.js';
import { createRule, isSureEnough, OPTIONS_SCHEMA, type RuleOptions } from './create-rule.js';
import { locate } from './report.js';

export const ${constant} = createRule<RuleOptions, 'race'>({
  name: '${name}',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow … (what, in one line)',
      recommended: true,
    },
    schema: OPTIONS_SCHEMA,
    messages: { race: 'What is lost, in one sentence. How it comes. What to do.' },
    defaultOptions: [{ certainty: 'likely' }],
  },
  create(context, [options]) {
    const asked: Certainty = options.certainty ?? 'likely';
    const { sourceCode } = context;
    return {
      Program() {
        const races = analyze(sourceCode, {
          settings: context.settings['interleave'],
          filename: context.filename,
        });
        for (const race of races) {
          if (!isSelected(race) || !isSureEnough(race.certainty, asked)) continue;
          context.report({ loc: locate(sourceCode, race.write.via ?? race.write.range), messageId: 'race' });
        }
      },
    };
  },
});

function isSelected({ kind }: { readonly kind: string }): boolean {
  return kind === '${kind}';
}
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
