// safe: edits each file of a list, as a tool that a developer runs
import fs from 'node:fs/promises';

const HEADER = '// SPDX-License-Identifier: MIT\n';

export async function addHeaders(files: readonly string[]) {
  await Promise.all(
    files.map(async (file) => {
      const text = await fs.readFile(file, 'utf8');
      if (!text.startsWith(HEADER)) await fs.writeFile(file, text.replace(/^/, HEADER));
    }),
  );
}
