// safe: the directory is made for this call alone
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function render(template: string) {
  const dir = await mkdtemp(join(tmpdir(), 'render-'));
  const page = join(dir, 'page.html');
  await writeFile(page, template);
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace('{{year}}', String(new Date().getFullYear())));
  return page;
}
