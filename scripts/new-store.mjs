/** A store's model with one read and one write, and a racy and a safe module that use it. */
import { addBefore, camelCase } from './new-text.mjs';

const index = 'eslint-plugin/src/stores/index.ts';
const corpus = 'test/corpus/no-get-then-set';

export function newStore(name, read) {
  const constant = camelCase(name);
  const list = addBefore(read(index), {
    after: 'export const STORES',
    before: '...FILE_STORES',
    text: `${constant}, `,
  });
  const registered = addBefore(list, {
    before: '\nexport const STORES',
    text: `import { ${constant} } from './${name}.js';\n`,
  });
  return {
    files: {
      [`eslint-plugin/src/stores/${name}.ts`]: model(name, constant),
      [`${corpus}/racy/${name}-count.ts`]: racy(name),
      [`${corpus}/safe/${name}-label.ts`]: safe(name),
    },
    changes: { [index]: registered },
    steps: [
      `Describe the library in eslint-plugin/src/stores/${name}.ts; eslint-plugin/src/stores/model.ts says what can be said.`,
      'Name the source of each fact there: its types, its documentation, a measurement.',
      `Put code as people write it into ${corpus}/racy/ and safe/.`,
      'Add a fixture if the store can run in a test: npm run new -- fixture NAME',
      'Run: npm run format && npm test -- test/corpus test/docs',
      "Name the library on the rule's page and in the READMEs.",
    ],
  };
}

const model = (name, constant) => `/** \`${name}\`. Source: its types. */
import type { StoreModel } from './model.js';

export const ${constant}: StoreModel = {
  id: '${name}',
  packages: ['${name}'],
  scope: 'distributed',
  classes: { default: 'client' },
  factories: { createClient: 'client' },
  methods: {
    get: { operation: 'read', key: 0 },
    set: { operation: 'write', key: 0, value: 1 },
    delete: { operation: 'delete', key: 0 },
  },
};
`;

const racy = (name) => `import Store from '${name}';

const store = new Store();

export async function countVisit(page: string): Promise<void> {
  const visits = Number((await store.get(\`visits:\${page}\`)) ?? 0);
  await store.set(\`visits:\${page}\`, visits + 1); // RACE
}
`;

const safe = (name) => `// safe: the new value does not come from the old one
import Store from '${name}';

const store = new Store();

export async function setLabel(page: string, label: string): Promise<unknown> {
  const before: unknown = await store.get(\`label:\${page}\`);
  await store.set(\`label:\${page}\`, label);
  return before;
}
`;
