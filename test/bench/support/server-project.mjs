/** A project to measure language servers on: modules as services have them, a tenth of their functions racing. */
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export class Project {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'interleave-bench-')));

  /** `root`: where the plugin and ESLint are installed; `lengths`: one file of each, by `nameOf`; `many`: small files. */
  constructor({ root, lengths, many }) {
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'));
    this.write('package.json', '{ "type": "module" }');
    this.write('eslint.config.js', CONFIG);
    for (const length of lengths) this.write(nameOf(length), textOf(length));
    mkdirSync(join(this.folder, 'many'));
    this.many = Array.from({ length: many }, (_, index) => `many/f${index}.ts`);
    for (const name of this.many) this.write(name, textOf(100));
  }

  write(name, text) {
    writeFileSync(join(this.folder, name), text);
  }

  text(name) {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  uri(name) {
    return pathToFileURL(join(this.folder, name)).href;
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const nameOf = (length) => `file-${length}.ts`;

const CONFIG = `import interleave from 'eslint-plugin-interleave';
import * as parser from '@typescript-eslint/parser';
export default [{ files: ['**/*.ts'], languageOptions: { parser } }, interleave.configs.recommended];
`;

export function textOf(length) {
  const parts = [
    "import { readFile } from 'node:fs/promises';",
    "import { Redis } from 'ioredis';",
    'const redis = new Redis();',
  ];
  for (let index = 1, lines = parts.length; lines < length; index++) {
    const part = index % 10 === 4 ? racyFunction(index) : plainFunction(index);
    parts.push(part);
    lines += part.split('\n').length;
  }
  return `${parts.join('\n')}\n`;
}

const racyFunction = (index) => `
/** Adds a hit to the counter of a page. */
export async function hit${index}(page: string, by = 1): Promise<number> {
  const key = \`hits:\${page}:${index}\`;
  const before = Number(await redis.get(key));
  const after = before + by;
  await redis.set(key, after);
  return after;
}`;

const plainFunction = (index) => `
/** Renders a list of items. */
export async function render${index}(items: readonly { name: string; price?: number }[], limit = ${index}): Promise<string> {
  const lines: string[] = [];
  for (const { name, price = 0 } of items) {
    if (price < 0 || name.length === 0) continue;
    const padded = name.padEnd(20).slice(0, 20);
    lines.push(\`\${padded} | \${price.toFixed(2)} | \${limit > price ? 'ok' : 'over'}\`);
    if (lines.length >= limit) break;
  }
  try {
    const head = await readFile(\`/srv/templates/item-${index}.txt\`, 'utf8');
    return [head, ...lines].join('\\n');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return lines.join('\\n');
    throw error;
  }
}`;
