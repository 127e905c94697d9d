// npm run new -- store|rule|fixture NAME: writes what is boilerplate, and says what is left to do.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { main, SetupError } from './main.mjs';
import { newFixture } from './new-fixture.mjs';
import { newRule } from './new-rule.mjs';
import { newStore } from './new-store.mjs';
import { root } from './paths.mjs';

const makers = new Map([
  ['store', newStore],
  ['rule', newRule],
  ['fixture', newFixture],
]);

await main(async ([kind, name, ...others]) => {
  const make = makers.get(kind);
  if (!make || !name || others.length > 0) {
    throw new SetupError('Usage: npm run new -- store|rule|fixture NAME');
  }
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
    throw new SetupError(
      `"${name}" does not do as a name: use lower-case words with dashes, like "cache-manager".`,
    );
  }
  const { files, changes = {}, steps } = make(name, (path) => readFileSync(join(root, path), 'utf8'));
  const taken = Object.keys(files).filter((path) => existsSync(join(root, path)));
  if (taken.length > 0) throw new SetupError(`There is already: ${taken.join(', ')}. Nothing was written.`);
  for (const [path, text] of Object.entries({ ...files, ...changes })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`${path in files ? 'new    ' : 'changed'}  ${path}`);
  }
  console.log(`\nLeft to do:\n${steps.map((step, index) => `${index + 1}. ${step}`).join('\n')}`);
  return 0;
});
