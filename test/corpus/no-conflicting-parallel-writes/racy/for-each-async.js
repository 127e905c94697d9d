import fs from 'node:fs/promises';
import path from 'node:path';

export function convert(files, outDir) {
  files.forEach(async (file) => {
    const text = await fs.readFile(file, 'utf8');
    await fs.writeFile(path.join(outDir, 'output.json'), JSON.stringify(text.split('\n'))); // RACE
  });
}
