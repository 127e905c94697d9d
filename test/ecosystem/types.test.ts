import { ESLint } from 'eslint';
import interleave from 'eslint-plugin-interleave';
import tsParser from '@typescript-eslint/parser';
import { cp, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const CORPUS = fileURLToPath(new URL('../corpus/no-get-then-set', import.meta.url));
const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));
const FILES_EACH = 25;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interleave-types-'));
  await symlink(MODULES, join(folder, 'node_modules'), 'junction');
  for (const side of ['racy', 'safe']) {
    const files = (await readdir(join(CORPUS, side)))
      .filter((file) => file.endsWith('.ts'))
      .slice(0, FILES_EACH);
    await Promise.all(files.map((file) => cp(join(CORPUS, side, file), join(folder, side, file))));
  }
  const options = {
    module: 'nodenext',
    target: 'es2022',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: options, include: ['racy', 'safe'] }),
  );
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function reports(parserOptions: object): Promise<readonly string[]> {
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [
      { files: ['**/*.ts'], languageOptions: { parser: tsParser, parserOptions } },
      interleave.configs.strict,
    ],
  });
  const results = await eslint.lintFiles(['racy', 'safe']);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, column, message }) => `${relative(folder, filePath)}:${line}:${column} ${message}`),
  );
}

test('type information changes no report and breaks none', async () => {
  const typed = await reports({ projectService: true, tsconfigRootDir: folder });
  expect(typed.filter((report) => report.includes('Parsing error'))).toEqual([]);
  expect(typed.length).toBeGreaterThan(FILES_EACH / 2);
  expect(typed).toEqual(await reports({}));
});
