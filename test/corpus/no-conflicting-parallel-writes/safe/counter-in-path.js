// safe: a counter makes each path another one
import fs from 'node:fs/promises';

export async function split(parts) {
  let next = 0;
  await Promise.all(
    parts.map(async (part) => {
      const index = next++;
      await fs.writeFile(`part-${index}.txt`, part);
    }),
  );
}
