/** The extension as it is shipped: packed once for each state of what it is made from, whoever asks. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { root, work } from './paths.js';
import { run } from './processes.js';

/** The path of a packed extension. */
export async function packedExtension(): Promise<string> {
  await mkdir(work, { recursive: true });
  const release = await lock(work, {
    stale: 30_000,
    update: 5_000,
    retries: { forever: true, minTimeout: 200, maxTimeout: 1_000 },
  });
  try {
    const packed = join(work, `interleave-${digest()}.vsix`);
    if (existsSync(packed)) return packed;
    for (const name of await readdir(work)) if (name.endsWith('.vsix')) await rm(join(work, name));
    // Under its name only when it is whole.
    const unfinished = join(work, 'unfinished.vsix');
    await run(process.execPath, [join(root, 'scripts/package-extension.mjs'), '--out', unfinished]);
    await rename(unfinished, packed);
    return packed;
  } finally {
    await release();
  }
}

/** Of all that goes into the package: by content, since a checkout changes times only. */
function digest(): string {
  const hash = createHash('sha256');
  const inputs = ['extension', 'server/dist', 'eslint-plugin/dist', 'package-lock.json', 'scripts'];
  for (const path of inputs.flatMap((input) => filesBelow(join(root, input))))
    hash.update(`${path}\n`).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !isMadeInPlace(path, name))
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/** What packing writes itself. The built packages' `dist` are inputs, the extension's own is not. */
function isMadeInPlace(folder: string, name: string): boolean {
  if (name === 'node_modules' || name.endsWith('.vsix') || name.endsWith('.tsbuildinfo')) return true;
  return name === 'dist' && folder === join(root, 'extension');
}
