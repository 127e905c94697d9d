/** Lints texts as files of a project in a temp folder, in which this project's packages are installed. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ESLint } from 'eslint';
import { root } from './markdown.js';

export interface Report {
  readonly line: number;
  readonly endLine: number;
  readonly message: string;
}

export interface Source {
  /** Its path in the project; the extension says how it is read. */
  readonly path: string;
  readonly text: string;
}

/**
 * The reports of this plugin, and ESLint's own where it cannot read the text.
 * @param config The text of the project's `eslint.config.js`.
 */
export async function lintIn(config: string, { path, text }: Source): Promise<Report[]> {
  const folder = makeProject([{ path: 'eslint.config.js', text: config }]);
  try {
    const results = await new ESLint({ cwd: folder }).lintText(text, { filePath: join(folder, path) });
    return results.flatMap(({ messages }) =>
      messages.flatMap(({ ruleId, line, endLine, message }) =>
        ruleId === null || ruleId.startsWith('interleave/')
          ? { line, endLine: endLine ?? line, message }
          : [],
      ),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs Node in a project of these files, and gives what it prints. */
export function runIn(
  files: readonly Source[],
  args: readonly string[],
): { status: number | null; output: string } {
  const folder = makeProject(files);
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    return { status, output: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function makeProject(files: readonly Source[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'interleave-docs-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const { path, text } of [...files, { path: 'package.json', text: '{ "type": "module" }\n' }]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The configuration for blocks that bring none: the plugin's own, with a parser that reads all of them. */
export function plainConfig(name: 'recommended' | 'strict', settings: unknown = {}): string {
  return `
    import parser from '@typescript-eslint/parser';
    import interleave from 'eslint-plugin-interleave';

    export default [
      {
        files: ['**/*.{js,mjs,cjs,jsx,ts,tsx}'],
        languageOptions: { parser },
        settings: { interleave: ${JSON.stringify(settings)} },
      },
      interleave.configs.${name},
    ];
  `;
}
