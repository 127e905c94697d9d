import { readFile, writeFile } from 'node:fs/promises';

export async function addRoute(pattern: string, target: string): Promise<void> {
  let content = await readFile('_redirects', 'utf8');
  if (!content.endsWith('\n')) content += '\n';
  content = content + `${pattern} ${target} 301\n`;
  await writeFile('_redirects', content, { encoding: 'utf8' }); // RACE
}
